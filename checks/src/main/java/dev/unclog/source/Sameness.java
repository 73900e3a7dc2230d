package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether two expressions name the same object, so far as names tell. */
final class Sameness {
  private Sameness() {}

  /**
   * Whether one names what the other does: the same variable of the same object, or the same call,
   * since what looks like a getter mostly is one.
   */
  static boolean holds(ExpressionTree one, ExpressionTree other) {
    ExpressionTree left = Nesting.bare(one);
    ExpressionTree right = Nesting.bare(other);
    Optional<VarSymbol> variable = Variables.named(left);
    if (variable.isPresent()) {
      return variable.equals(Variables.named(right))
          && (variable.get().isStatic()
              || areSame(qualifier(left).orElse(null), qualifier(right).orElse(null)));
    }
    return left.getKind() == right.getKind() && left.toString().equals(right.toString());
  }

  private static boolean areSame(ExpressionTree one, ExpressionTree other) {
    return one == null || other == null ? one == other : holds(one, other);
  }

  /** What a variable is selected from; empty if that is the object at hand. */
  private static Optional<ExpressionTree> qualifier(ExpressionTree variable) {
    if (!(variable instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    boolean isThis =
        select.getExpression() instanceof IdentifierTree name
            && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
    return isThis ? Optional.empty() : Optional.of(select.getExpression());
  }

  /** The variables on which it depends what an expression names. */
  static List<VarSymbol> variables(ExpressionTree expression) {
    List<VarSymbol> variables = new ArrayList<>();
    ExpressionTree next = Nesting.bare(expression);
    while (next != null) {
      Variables.named(next).ifPresent(variables::add);
      if (next instanceof MethodInvocationTree call) {
        next = ASTHelpers.getReceiver(call);
      } else {
        next = next instanceof MemberSelectTree select ? select.getExpression() : null;
      }
      next = next == null ? null : Nesting.bare(next);
    }
    return variables;
  }

  /** Whether an expression is a call of a method without arguments on the same object. */
  static boolean isQuestion(ExpressionTree expression, ExpressionTree receiver, String method) {
    return isCall(expression, receiver, method)
        && ((MethodInvocationTree) expression).getArguments().isEmpty();
  }

  /** Whether an expression is a call of a method on the same object. */
  static boolean isCall(ExpressionTree expression, ExpressionTree receiver, String method) {
    if (!(expression instanceof MethodInvocationTree call)
        || !ASTHelpers.getSymbol(call).name.contentEquals(method)) {
      return false;
    }
    ExpressionTree on = ASTHelpers.getReceiver(call);
    boolean isOnSelf = on == null ? !ASTHelpers.getSymbol(call).isStatic() : Receivers.isSelf(on);
    return Receivers.isSelf(receiver) ? isOnSelf : on != null && holds(on, receiver);
  }
}
