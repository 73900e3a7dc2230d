package dev.unclog.source;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What was done to the receiver of a call on every way to it, as the structure of the code around
 * it shows.
 */
final class Guards {
  private final Variables variables;

  Guards(Variables variables) {
    this.variables = variables;
  }

  /** Whether a call without arguments on the same receiver was found true on the way to a place. */
  boolean foundTrue(Nesting place, ExpressionTree receiver, String method) {
    return onTheWay(
        place,
        place.body(),
        receiver,
        (condition, answer) -> answer && Sameness.isQuestion(condition, receiver, method),
        statement -> false);
  }

  /**
   * Whether a call with a constant argument was made on the same receiver on the way to a place.
   */
  boolean wasCalled(Nesting place, ExpressionTree receiver, String method, String argument) {
    List<String> arguments = argument.isEmpty() ? List.of() : List.of(argument);
    return onTheWay(
        place,
        place.body(),
        receiver,
        (condition, answer) -> false,
        statement ->
            statement instanceof ExpressionStatementTree made
                && Sameness.isCall(made.getExpression(), receiver, method)
                && ((MethodInvocationTree) made.getExpression())
                    .getArguments().stream().map(Object::toString).toList().equals(arguments));
  }

  /**
   * Whether something is certain at a place.
   *
   * @param outermost the depth from which on to look
   * @param receiver what it is about: should it change in between, it is certain no longer
   * @param decided whether a condition's answer shows it
   * @param passed whether a statement's end shows it
   */
  boolean onTheWay(
      Nesting place,
      int outermost,
      ExpressionTree receiver,
      BiPredicate<ExpressionTree, Boolean> decided,
      Predicate<StatementTree> passed) {
    List<Tree> loops = new ArrayList<>();
    Way.Decision decision =
        (condition, answer) ->
            !Conditions.shown(
                    condition,
                    answer,
                    variables,
                    (single, truth) ->
                        decided.test(single, truth) && isUnchanged(receiver, single, place, loops)
                            ? Set.of(true)
                            : Set.<Boolean>of())
                .isEmpty();
    for (int depth = place.size() - 2; depth >= outermost; depth--) {
      Tree parent = place.at(depth);
      if (Way.leadsThere(parent, place.at(depth + 1), decision)) {
        return true;
      }
      for (StatementTree before : place.allPassed(depth)) {
        if ((passed.test(before) && isUnchanged(receiver, before, place, loops))
            || Way.decides(before, decision)) {
          return true;
        }
      }
      if (Way.isLoop(parent)) {
        loops.add(parent);
      }
    }
    return false;
  }

  private boolean isUnchanged(
      ExpressionTree receiver, Tree since, Nesting place, List<Tree> loops) {
    return Sameness.variables(receiver).stream()
        .noneMatch(variable -> variables.mayChange(variable, since, place, loops));
  }
}
