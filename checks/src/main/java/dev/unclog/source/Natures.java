package dev.unclog.source;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.List;
import java.util.Optional;

/** Whether reading from or writing to what a value stands for blocks. */
final class Natures {
  /** The methods by which streams, readers and writers are asked. */
  private static final List<String> PROBES = List.of("read", "write");

  private static final int DEEPEST_WRAPPING = 8;

  private final Callees callees;
  private final Catalogue catalogue;

  Natures(Callees callees, Catalogue catalogue) {
    this.callees = callees;
    this.catalogue = catalogue;
  }

  /**
   * An answer.
   *
   * @param never true if it certainly does not
   * @param blocks that it certainly does, and how
   */
  record Nature(boolean never, Optional<Verdict.Blocks> blocks) {
    static final Nature UNKNOWN = new Nature(false, Optional.empty());
    static final Nature NEVER = new Nature(true, Optional.empty());
  }

  Nature of(Value value) {
    return of(value, 0);
  }

  private Nature of(Value value, int depth) {
    if (depth > DEEPEST_WRAPPING) {
      return Nature.UNKNOWN;
    }
    if (value instanceof Value.OneOf several) {
      List<Nature> natures =
          several.values().stream()
              .filter(one -> !(one instanceof Value.Null))
              .map(one -> of(one, depth))
              .distinct()
              .toList();
      return natures.size() == 1 ? natures.get(0) : Nature.UNKNOWN;
    }
    if (value instanceof Value.Made made) {
      return ofMade(made, depth);
    }
    if (value instanceof Value.Unknown unknown) {
      return ofType(unknown.type());
    }
    if (value instanceof Value.Parameter parameter) {
      return ofType(parameter.type());
    }
    if (value instanceof Value.Result result) {
      return ofType(result.type());
    }
    return value instanceof Value.Function ? Nature.UNKNOWN : Nature.NEVER;
  }

  private Nature ofMade(Value.Made made, int depth) {
    return callees
        .find(made.constructor())
        .map(method -> callees.through(method, made.constructor().type()))
        .flatMap(
            callee ->
                catalogue.nearest(
                    callee,
                    entry -> entry.parameters().stream().anyMatch(Entry.Parameter::decides)))
        .flatMap(
            wrapping -> wrapping.parameters().stream().filter(Entry.Parameter::decides).findFirst())
        .filter(parameter -> parameter.position() < made.arguments().size())
        .map(parameter -> of(made.arguments().get(parameter.position()), depth + 1))
        .orElseGet(() -> ofType(made.constructor().type()));
  }

  private Nature ofType(String type) {
    if (type.endsWith("[]")) {
      return Nature.NEVER;
    }
    for (String probe : PROBES) {
      Optional<Verdict> verdict =
          callees
              .any(type, probe)
              .flatMap(callee -> catalogue.nearest(callee, entry -> entry.verdict().isPresent()))
              .flatMap(Entry::verdict);
      if (verdict.isPresent()) {
        return nature(verdict.get());
      }
    }
    return Nature.UNKNOWN;
  }

  private static Nature nature(Verdict verdict) {
    if (verdict instanceof Verdict.Blocks blocks) {
      return blocks.kind() == BlockingKind.STREAM
          ? Nature.UNKNOWN
          : new Nature(false, Optional.of(blocks));
    }
    return Nature.NEVER;
  }
}
