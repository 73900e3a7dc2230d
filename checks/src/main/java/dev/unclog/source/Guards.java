package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.function.Predicate;

/**
 * What must have happened before control comes to a place, as the structure of the code around it
 * shows: conditions that led there, early exits passed, statements executed on the way.
 */
final class Guards {
  private Guards() {}

  /** Whether a call without arguments on the same receiver was found true on the way to a place. */
  static boolean foundTrue(TreePath place, ExpressionTree receiver, String method) {
    return onTheWay(
        place, condition -> isCall(condition, receiver, method, List.of()), statement -> false);
  }

  /**
   * Whether a call with these constant arguments was made on the same receiver on the way to a
   * place.
   */
  static boolean wasCalled(
      TreePath place, ExpressionTree receiver, String method, List<String> arguments) {
    return onTheWay(
        place,
        condition -> false,
        statement ->
            statement instanceof ExpressionStatementTree call
                && isCall(call.getExpression(), receiver, method, arguments));
  }

  private static boolean onTheWay(
      TreePath place, Predicate<ExpressionTree> sought, Predicate<StatementTree> passed) {
    for (TreePath path = place; path.getParentPath() != null; path = path.getParentPath()) {
      Tree child = path.getLeaf();
      Tree parent = path.getParentPath().getLeaf();
      if (parent instanceof MethodTree
          || parent instanceof ClassTree
          || parent instanceof LambdaExpressionTree) {
        return false;
      }
      if (leadsTo(parent, child, sought)
          || statementsBefore(parent, child).stream()
              .anyMatch(before -> passed.test(before) || provesByExit(before, sought))) {
        return true;
      }
    }
    return false;
  }

  /** Whether control passes from a parent to its child only if the sought condition is true. */
  private static boolean leadsTo(Tree parent, Tree child, Predicate<ExpressionTree> sought) {
    if (parent instanceof IfTree branch) {
      return (child == branch.getThenStatement() && proves(branch.getCondition(), true, sought))
          || (child == branch.getElseStatement() && proves(branch.getCondition(), false, sought));
    }
    if (parent instanceof WhileLoopTree loop) {
      return child == loop.getStatement() && proves(loop.getCondition(), true, sought);
    }
    if (parent instanceof ConditionalExpressionTree choice) {
      return (child == choice.getTrueExpression() && proves(choice.getCondition(), true, sought))
          || (child == choice.getFalseExpression() && proves(choice.getCondition(), false, sought));
    }
    if (parent instanceof BinaryTree binary && child == binary.getRightOperand()) {
      return (binary.getKind() == Tree.Kind.CONDITIONAL_AND
              && proves(binary.getLeftOperand(), true, sought))
          || (binary.getKind() == Tree.Kind.CONDITIONAL_OR
              && proves(binary.getLeftOperand(), false, sought));
    }
    return false;
  }

  /** Whether an expression's having this value shows that the sought condition is true. */
  private static boolean proves(
      ExpressionTree expression, boolean value, Predicate<ExpressionTree> sought) {
    if (expression instanceof ParenthesizedTree parenthesized) {
      return proves(parenthesized.getExpression(), value, sought);
    }
    if (expression instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return proves(not.getExpression(), !value, sought);
    }
    if (expression instanceof BinaryTree binary
        && binary.getKind() == (value ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
      return proves(binary.getLeftOperand(), value, sought)
          || proves(binary.getRightOperand(), value, sought);
    }
    if (expression instanceof BinaryTree binary
        && binary.getKind() == (value ? Tree.Kind.CONDITIONAL_OR : Tree.Kind.CONDITIONAL_AND)) {
      return proves(binary.getLeftOperand(), value, sought)
          && proves(binary.getRightOperand(), value, sought);
    }
    return value && sought.test(expression);
  }

  /** {@code if (!done) return;} and {@code while (!done) ...}: behind them it is done. */
  private static boolean provesByExit(StatementTree statement, Predicate<ExpressionTree> sought) {
    if (statement instanceof IfTree branch && branch.getElseStatement() == null) {
      return leaves(branch.getThenStatement()) && proves(branch.getCondition(), false, sought);
    }
    return statement instanceof WhileLoopTree loop && proves(loop.getCondition(), false, sought);
  }

  private static boolean leaves(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      List<? extends StatementTree> inside = block.getStatements();
      return !inside.isEmpty() && leaves(inside.get(inside.size() - 1));
    }
    return statement instanceof ReturnTree
        || statement instanceof ThrowTree
        || statement instanceof ContinueTree
        || statement instanceof BreakTree;
  }

  private static List<? extends StatementTree> statementsBefore(Tree parent, Tree child) {
    List<? extends StatementTree> statements =
        parent instanceof BlockTree block
            ? block.getStatements()
            : parent instanceof CaseTree branch && branch.getStatements() != null
                ? branch.getStatements()
                : List.of();
    int position = child instanceof StatementTree ? statements.indexOf(child) : -1;
    return position < 0 ? List.of() : statements.subList(0, position);
  }

  private static boolean isCall(
      ExpressionTree expression, ExpressionTree receiver, String method, List<String> arguments) {
    return expression instanceof MethodInvocationTree call
        && ASTHelpers.getSymbol(call).name.contentEquals(method)
        && call.getArguments().stream().map(Object::toString).toList().equals(arguments)
        && ASTHelpers.getReceiver(call) != null
        && ASTHelpers.getReceiver(call).toString().equals(receiver.toString());
  }
}
