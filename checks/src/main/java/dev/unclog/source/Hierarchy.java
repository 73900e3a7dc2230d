package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which classes of this compilation extend or implement a type. */
final class Hierarchy {
  private final Types types;
  private final Map<TypeSymbol, List<ClassSymbol>> subtypes = new HashMap<>();
  private final Set<TypeSymbol> implementedByFunctions = new HashSet<>();

  Hierarchy(Types types, Iterable<? extends CompilationUnitTree> units) {
    this.types = types;
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitClass(ClassTree tree, Void unused) {
          add(ASTHelpers.getSymbol(tree));
          return super.visitClass(tree, null);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
          implementedByFunction(tree);
          return super.visitLambdaExpression(tree, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
          implementedByFunction(tree);
          return super.visitMemberReference(tree, null);
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

  private void implementedByFunction(Tree function) {
    Type type = ASTHelpers.getType(function);
    if (type != null) {
      implementedByFunctions.add(type.tsym);
    }
  }

  /**
   * Whether lambdas or method references of this compilation implement a type: classes do not tell
   * all.
   */
  boolean isImplementedByFunctions(TypeSymbol type) {
    return implementedByFunctions.contains(type);
  }

  /** All of them, however far down, in the order of the sources. */
  List<ClassSymbol> below(TypeSymbol type) {
    return subtypes.getOrDefault(type, List.of());
  }
}
