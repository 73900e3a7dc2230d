package dev.unclog.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import java.util.List;
import java.util.Optional;

/**
 * A call as it stands in a syntax tree.
 *
 * @param tree where it stands
 * @param callee what is called, through which type
 * @param receiver the expression it is called on; empty if static, or a constructor, or implied
 * @param arguments as written; empty where the call is implied or a method reference
 * @param implied what calls it if the source does not, as {@code "at the end of this try"}; else
 *     empty
 * @param nesting the trees around it, as long as the scan stays
 */
record TreeCall(
    Tree tree,
    JavacCallee callee,
    Optional<ExpressionTree> receiver,
    List<? extends ExpressionTree> arguments,
    String implied,
    Nesting nesting) {
  MethodSymbol method() {
    return callee.method();
  }
}
