package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.summary.Node.Edge;
import dev.unclog.summary.Node.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes chains of the ways that were found. */
final class Chains {
  private Chains() {}

  private record End(String sink, BlockingKind kind, boolean throughLock) {}

  /** One for each sink: a sure one where there is one, else the shortest. */
  static List<Chain> of(Node start) {
    return of(start, /* isBody= */ false);
  }

  /** The same from a body on, whose own call is a hop; that of a caller is none. */
  static List<Chain> ofBody(Node start) {
    return of(start, /* isBody= */ true);
  }

  private static List<Chain> of(Node start, boolean isBody) {
    if (start.ways.isEmpty()) {
      return List.of(); // As nearly always.
    }
    Map<End, Way> best = new LinkedHashMap<>();
    for (Way way : start.ways) {
      best.merge(
          new End(way.goal().sink().id(), way.goal().kind(), way.goal().throughLock()),
          way,
          (one, other) -> !one.goal().isSure() && other.goal().isSure() ? other : one);
    }
    return best.values().stream().map(way -> of(start, isBody, way)).toList();
  }

  /** That of one way. */
  static Chain of(Node start, Way way) {
    return of(start, /* isBody= */ false, way);
  }

  private static Chain of(Node start, boolean isBody, Way way) {
    List<Chain.Hop> hops = new ArrayList<>();
    Node node = start;
    boolean isChosenByOthers = false;
    boolean isSpawnedInline = false;
    for (Way rest = way; ; rest = rest.rest()) {
      Edge step = rest.first();
      isSpawnedInline |= step.isSpawn;
      isChosenByOthers |= step.from.isOthersChoice && !rest.goal().isSure();
      if (isBody || node != start || step.to == null || step.contention.isPresent()) {
        hops.add(
            new Chain.Hop(
                Optional.ofNullable(node.method),
                node.id,
                step.callee,
                node.file,
                step.line,
                step.held.names(),
                step.contention));
      }
      if (step.to == null) {
        return new Chain(
            hops,
            step.sink,
            way.goal().kind(),
            way.goal().isSure(),
            way.choices(),
            isChosenByOthers,
            step.areHoldersKnown,
            way.goal().isFirstUse(),
            isSpawnedInline);
      }
      node = step.to;
    }
  }
}
