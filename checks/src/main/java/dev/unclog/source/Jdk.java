package dev.unclog.source;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

/** What belongs to the JDK: its catalogue is all that is known of it, and it is never entered. */
final class Jdk {
  private Jdk() {}

  /** Whether a member is one of the JDK's. */
  static boolean has(Symbol member) {
    if (member.enclClass() == null || member.enclClass().owner.kind == Kind.NIL) {
      return true; // The methods of arrays, whose class is in no package.
    }
    Symbol module = member.packge().modle;
    String moduleName = module == null ? "" : module.name == null ? "" : NameTexts.of(module.name);
    if (moduleName.isEmpty()) {
      // Class files from before modules, under --release 8, and everything on a class path.
      return NameTexts.of(member.outermostClass().flatName()).startsWith("java.");
    }
    return moduleName.startsWith("java.") || moduleName.startsWith("jdk.");
  }

  /**
   * Whether a method returns the very scanner, formatter, writer or stream that it is called on, as
   * {@code useDelimiter}: each one of these that returns its own class does.
   */
  static boolean returnsItself(MethodSymbol method) {
    if (method.isStatic() || method.getReturnType().tsym != method.owner) {
      return false;
    }
    String type = NameTexts.of(method.owner.flatName());
    return type.equals("java.util.Scanner")
        || type.equals("java.util.Formatter")
        || (type.startsWith("java.io.") && !type.equals("java.io.File"));
  }
}
