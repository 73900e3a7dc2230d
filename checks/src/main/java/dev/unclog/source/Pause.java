package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long a call sleeps, as other calls are told it.
 *
 * @param milliseconds an expression of type {@code long} or {@code int}
 * @param duration an expression of type {@code Duration}
 */
record Pause(String milliseconds, String duration) {
  /**
   * What a call sleeps.
   *
   * @param isKnown whether a variable means the same where the repair will name it
   */
  static Optional<Pause> of(
      MethodInvocationTree sleep, SourceText text, Predicate<VarSymbol> isKnown) {
    if (sleep.getArguments().size() != 1 || !isPlain(sleep.getArguments().get(0), isKnown)) {
      return Optional.empty();
    }
    ExpressionTree time = sleep.getArguments().get(0);
    String written = text.of(time);
    Type type = ASTHelpers.getSymbol(sleep).params().get(0).type;
    if (type.tsym.flatName().contentEquals("java.time.Duration")) {
      return Optional.of(new Pause(written + ".toMillis()", written));
    }
    if (ASTHelpers.getSymbol(sleep).isStatic()) {
      return Optional.of(new Pause(written, "Duration.ofMillis(" + written + ")"));
    }
    ExpressionTree unit = ASTHelpers.getReceiver(sleep);
    if (unit == null || !isPlain(unit, isKnown)) {
      return Optional.empty();
    }
    String converted = text.of(unit) + ".toMillis(" + written + ")";
    return Optional.of(new Pause(converted, "Duration.ofMillis(" + converted + ")"));
  }

  /** Whether an expression is the same whenever it is evaluated, and does nothing. */
  private static boolean isPlain(ExpressionTree tree, Predicate<VarSymbol> isKnown) {
    if (tree instanceof ParenthesizedTree inner) {
      return isPlain(inner.getExpression(), isKnown);
    }
    if (tree instanceof BinaryTree both) {
      return isPlain(both.getLeftOperand(), isKnown) && isPlain(both.getRightOperand(), isKnown);
    }
    if (tree instanceof IdentifierTree) {
      return !(ASTHelpers.getSymbol(tree) instanceof VarSymbol variable) || isKnown.test(variable);
    }
    return tree instanceof LiteralTree
        || tree instanceof MemberSelectTree member && isPlain(member.getExpression(), isKnown);
  }
}
