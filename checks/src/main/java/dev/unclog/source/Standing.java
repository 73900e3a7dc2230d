package dev.unclog.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;

/**
 * A statement at the top of the method or function that it runs in, made of one call: with a {@code
 * try} around it that has nothing else in it, if there is one.
 *
 * @param call the statement that is the call, or declares what it returns
 * @param whole what goes with the call
 * @param rest what is done afterwards
 * @param callable the method or lambda
 * @param depth where that stands in the nesting
 */
record Standing(
    StatementTree call,
    StatementTree whole,
    List<? extends StatementTree> rest,
    Tree callable,
    int depth) {
  /** The statement that a call is; empty if it stands elsewhere, or is but a part of one. */
  static Optional<Standing> of(Tree call, Nesting place) {
    int depth = place.size() - 2;
    if (depth < 2
        || !(place.at(depth) instanceof StatementTree statement)
        || !isAllOf(statement, call)) {
      return Optional.empty();
    }
    StatementTree whole = statement;
    if (depth >= 4
        && place.at(depth - 2) instanceof TryTree around
        && isAllIn(around, place.at(depth - 1))) {
      whole = around;
      depth -= 2;
    }
    return place.at(depth - 1) instanceof BlockTree block && isBody(block, place.at(depth - 2))
        ? Optional.of(
            new Standing(statement, whole, after(whole, block), place.at(depth - 2), depth - 2))
        : Optional.empty();
  }

  private static boolean isAllOf(StatementTree statement, Tree call) {
    return statement instanceof ExpressionStatementTree expression
            && expression.getExpression() == call
        || statement instanceof VariableTree variable && variable.getInitializer() == call;
  }

  private static boolean isAllIn(TryTree around, Tree block) {
    return around.getBlock() == block
        && around.getBlock().getStatements().size() == 1
        && around.getResources().isEmpty()
        && around.getFinallyBlock() == null;
  }

  private static boolean isBody(BlockTree block, Tree callable) {
    return callable instanceof LambdaExpressionTree lambda && lambda.getBody() == block
        || callable instanceof MethodTree method && method.getBody() == block;
  }

  private static List<? extends StatementTree> after(StatementTree statement, BlockTree block) {
    List<? extends StatementTree> all = block.getStatements();
    return all.subList(all.indexOf(statement) + 1, all.size());
  }
}
