package dev.unclog.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which classes of this compilation extend or implement a type. */
final class Hierarchy {
  private final Types types;
  private final Map<TypeSymbol, List<ClassSymbol>> subtypes = new HashMap<>();

  Hierarchy(Types types, Iterable<? extends CompilationUnitTree> units) {
    this.types = types;
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree tree, Void unused) {
          add(com.google.errorprone.util.ASTHelpers.getSymbol(tree));
          return super.visitClass(tree, null);
        }
      }.scan(unit, null);
    }
  }

  private void add(ClassSymbol type) {
    for (Type above : types.closure(type.type)) {
      if (above.tsym != type) {
        subtypes.computeIfAbsent(above.tsym, key -> new ArrayList<>()).add(type);
      }
    }
  }

  /** All of them, however far down, in the order of the sources. */
  List<ClassSymbol> below(TypeSymbol type) {
    return subtypes.getOrDefault(type, List.of());
  }
}
