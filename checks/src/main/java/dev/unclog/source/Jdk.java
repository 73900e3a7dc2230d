package dev.unclog.source;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;

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
}
