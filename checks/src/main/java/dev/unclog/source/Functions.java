package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import dev.unclog.call.MethodKey;
import java.util.List;
import java.util.Optional;

/** Names for functions, which have none in the source. */
final class Functions {
  private static final String LAMBDA = "{lambda}";

  private Functions() {}

  /** A lambda's name: unique in a compilation, and meant for nobody's eyes. */
  static MethodKey key(LambdaExpressionTree tree, CompilationUnitTree unit) {
    String file = unit.getSourceFile().toUri().toString();
    return new MethodKey(file, LAMBDA + ((JCLambda) tree).pos, List.of());
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
