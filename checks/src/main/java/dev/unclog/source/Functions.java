package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import dev.unclog.call.MethodKey;
import java.util.List;
import java.util.Optional;

/** Names for functions, which have none in the source. */
final class Functions {
  private static final String LAMBDA = "{lambda}";

  private Functions() {}

  /**
   * A lambda's name: unique, wherever the file lies, by its outermost class and its place in the
   * file; meant for nobody's eyes.
   */
  static MethodKey key(LambdaExpressionTree tree, CompilationUnitTree unit) {
    int place = ((JCLambda) tree).pos;
    String type = "";
    for (Tree declaration : unit.getTypeDecls()) {
      if (declaration instanceof JCClassDecl outermost && outermost.pos < place) {
        type = NameTexts.of(outermost.sym.flatName());
      }
    }
    return new MethodKey(type, LAMBDA + place, List.of());
  }

  static boolean isLambda(MethodKey key) {
    return key.name().startsWith(LAMBDA);
  }

  /** The one method that an anonymous class adds or overrides; empty if there are several. */
  static Optional<MethodSymbol> soleMethod(ClassTree anonymous) {
    List<MethodSymbol> methods =
        anonymous.getMembers().stream()
            .filter(member -> member instanceof MethodTree)
            .map((Tree member) -> ASTHelpers.getSymbol((MethodTree) member))
            .filter(method -> !method.isConstructor())
            .toList();
    return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
  }
}
