package dev.unclog.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.List;

/**
 * What the structure of the code shows of the way to a place: conditions that led there, early
 * exits passed.
 */
final class Way {
  private Way() {}

  /** A question about a condition: whether it is of interest that it had this answer. */
  interface Decision {
    boolean isSought(ExpressionTree condition, boolean answer);
  }

  /** Whether control passes from a parent to its child only after a decision that is sought. */
  static boolean leadsThere(Tree parent, Tree child, Decision decision) {
    if (parent instanceof IfTree branch) {
      return (child == branch.getThenStatement() && decision.isSought(branch.getCondition(), true))
          || (child == branch.getElseStatement()
              && decision.isSought(branch.getCondition(), false));
    }
    if (parent instanceof WhileLoopTree loop) {
      return child == loop.getStatement() && decision.isSought(loop.getCondition(), true);
    }
    if (parent instanceof ForLoopTree loop) {
      return child == loop.getStatement()
          && loop.getCondition() != null
          && decision.isSought(loop.getCondition(), true);
    }
    if (parent instanceof ConditionalExpressionTree choice) {
      return (child == choice.getTrueExpression() && decision.isSought(choice.getCondition(), true))
          || (child == choice.getFalseExpression()
              && decision.isSought(choice.getCondition(), false));
    }
    if (parent instanceof BinaryTree binary && child == binary.getRightOperand()) {
      return (binary.getKind() == Tree.Kind.CONDITIONAL_AND
              && decision.isSought(binary.getLeftOperand(), true))
          || (binary.getKind() == Tree.Kind.CONDITIONAL_OR
              && decision.isSought(binary.getLeftOperand(), false));
    }
    return false;
  }

  /** Whether {@link #leadsThere} may say yes for some child and question. */
  static boolean mayLead(Tree parent) {
    return parent instanceof IfTree
        || parent instanceof WhileLoopTree
        || parent instanceof ForLoopTree
        || parent instanceof ConditionalExpressionTree
        || parent instanceof BinaryTree;
  }

  /** {@code if (!done) return;} and {@code while (!done) ...}: behind them it is decided. */
  static boolean decides(StatementTree statement, Decision decision) {
    if (statement instanceof IfTree branch) {
      return endsOneWay(branch) && decision.isSought(branch.getCondition(), elseLeaves(branch));
    }
    ExpressionTree condition = conditionOf(statement);
    return condition != null
        && decision.isSought(condition, false)
        && !BreakFinder.leavesBefore(statement);
  }

  /** Whether control goes on from only one of the two ways through a statement. */
  private static boolean endsOneWay(IfTree branch) {
    return leaves(branch.getThenStatement()) != elseLeaves(branch);
  }

  private static boolean elseLeaves(IfTree branch) {
    return branch.getElseStatement() != null && leaves(branch.getElseStatement());
  }

  private static ExpressionTree conditionOf(StatementTree loop) {
    if (loop instanceof WhileLoopTree whileLoop) {
      return whileLoop.getCondition();
    }
    if (loop instanceof DoWhileLoopTree doLoop) {
      return doLoop.getCondition();
    }
    return loop instanceof ForLoopTree forLoop ? forLoop.getCondition() : null;
  }

  /** Whether {@link #decides} may say yes for some question. */
  static boolean mayDecide(StatementTree statement) {
    return statement instanceof IfTree branch ? endsOneWay(branch) : conditionOf(statement) != null;
  }

  static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  static boolean leaves(StatementTree statement) {
    if (statement instanceof BlockTree block) {
      List<? extends StatementTree> inside = block.getStatements();
      return !inside.isEmpty() && leaves(inside.get(inside.size() - 1));
    }
    if (statement instanceof IfTree branch) {
      return branch.getElseStatement() != null
          && leaves(branch.getThenStatement())
          && leaves(branch.getElseStatement());
    }
    return statement instanceof ReturnTree
        || statement instanceof ThrowTree
        || statement instanceof ContinueTree
        || statement instanceof BreakTree
        || statement instanceof YieldTree;
  }

  /** Finds a {@code break} by which a loop may end while its condition is still true. */
  private static final class BreakFinder extends TreeScanner<Void, Void> {
    private int inner = -1;
    private boolean isFound;

    static boolean leavesBefore(StatementTree loop) {
      BreakFinder finder = new BreakFinder();
      finder.scan(loop, null);
      return finder.isFound;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
      boolean isTarget = tree instanceof SwitchTree || isLoop(tree);
      inner += isTarget ? 1 : 0;
      super.scan(tree, null);
      inner -= isTarget ? 1 : 0;
      return null;
    }

    @Override
    public Void visitBreak(BreakTree tree, Void unused) {
      isFound |= inner == 0 || tree.getLabel() != null;
      return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      return null;
    }
  }
}
