package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import dev.unclog.call.MethodKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which classes of this compilation extend or implement a type. */
final class Hierarchy {
  private final Types types;
  private final Map<TypeSymbol, List<ClassSymbol>> subtypes = new HashMap<>();
  private final Map<TypeSymbol, List<Function>> functions = new HashMap<>();

  Hierarchy(Types types, Callees callees, Iterable<Landmarks> all) {
    this.types = types;
    for (Landmarks landmarks : all) {
      landmarks.classes().forEach(tree -> add(ASTHelpers.getSymbol(tree)));
      for (ExpressionTree tree : landmarks.functions()) {
        if (tree instanceof LambdaExpressionTree lambda) {
          addFunction(tree, Functions.key(lambda, landmarks.unit()), landmarks.unit());
        } else if (((JCMemberReference) tree).sym instanceof MethodSymbol method) {
          addFunction(tree, callees.key(method), landmarks.unit());
        }
      }
    }
  }

  private void add(ClassSymbol type) {
    for (Type above : types.closure(type.type)) {
      if (above.tsym != type) {
        subtypes.computeIfAbsent(above.tsym, key -> new ArrayList<>()).add(type);
      }
    }
  }

  private void addFunction(Tree tree, MethodKey body, CompilationUnitTree unit) {
    Type type = ASTHelpers.getType(tree);
    if (type != null) {
      functions.computeIfAbsent(type.tsym, key -> new ArrayList<>(1)).add(new Function(body, unit));
    }
  }

  /**
   * A lambda or method reference.
   *
   * @param body what is run when it is called
   * @param unit where it is written
   */
  record Function(MethodKey body, CompilationUnitTree unit) {}

  /** The functions of this compilation that implement a type: classes do not tell all. */
  List<Function> functions(TypeSymbol type) {
    return functions.getOrDefault(type, List.of());
  }

  /** All of them, however far down, in the order of the sources. */
  List<ClassSymbol> below(TypeSymbol type) {
    return subtypes.getOrDefault(type, List.of());
  }
}
