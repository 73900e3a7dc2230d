package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An operator of Reactor's whose function sleeps first: its elements can come later instead. */
final class DelayedElements {
  private static final Map<String, String> DELAYS =
      Map.of(
          "reactor.core.publisher.Mono", "delayElement",
          "reactor.core.publisher.Flux", "delayElements");

  /** Operators whose function is called once for each element. */
  private static final Set<String> FOR_EACH =
      Set.of(
          "map",
          "mapNotNull",
          "flatMap",
          "flatMapMany",
          "concatMap",
          "doOnNext",
          "filter",
          "handle");

  private final SourceText text;

  DelayedElements(SourceText text) {
    this.text = text;
  }

  /** A delay above the operator, in the place of the sleep in its function. */
  Optional<Repair> of(MethodInvocationTree sleep, Nesting place) {
    return Standing.of(sleep, place)
        .filter(standing -> standing.callable() instanceof LambdaExpressionTree)
        .flatMap(standing -> of(sleep, standing, place));
  }

  private Optional<Repair> of(MethodInvocationTree sleep, Standing standing, Nesting place) {
    int around = place.callOf(standing.depth());
    if (around < 0
        || !(place.at(around) instanceof MethodInvocationTree operator)
        || operator.getArguments().indexOf(place.at(around + 1)) != 0
        || !FOR_EACH.contains(ASTHelpers.getSymbol(operator).name.toString())) {
      return Optional.empty();
    }
    ExpressionTree above = ASTHelpers.getReceiver(operator);
    String delay =
        above == null
            ? null
            : DELAYS.get(ASTHelpers.getSymbol(operator).owner.flatName().toString());
    LambdaExpressionTree function = (LambdaExpressionTree) standing.callable();
    return delay == null
        ? Optional.empty()
        : Pause.of(
                sleep,
                text,
                variable ->
                    function.getParameters().stream()
                        .noneMatch(each -> ASTHelpers.getSymbol(each) == variable))
            .map(
                pause ->
                    new Repair(
                        List.of(
                            new Repair.Edit.Behind(
                                above, "." + delay + "(" + pause.duration() + ")"),
                            new Repair.Edit.InsteadOf(standing.whole(), "")),
                        List.of("java.time.Duration")));
  }
}
