package dev.unclog.source;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.summary.Program.StreamNature;
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

  StreamNature of(Value value) {
    return of(value, 0);
  }

  private StreamNature of(Value value, int depth) {
    if (depth > DEEPEST_WRAPPING) {
      return StreamNature.UNKNOWN;
    }
    if (value instanceof Value.OneOf several) {
      List<StreamNature> natures =
          several.values().stream()
              .filter(one -> !(one instanceof Value.Null))
              .map(one -> of(one, depth))
              .distinct()
              .toList();
      return natures.size() == 1 ? natures.get(0) : StreamNature.UNKNOWN;
    }
    if (value instanceof Value.Made made) {
      return ofMade(made, depth);
    }
    if (value instanceof Value.Unknown unknown) {
      return ofType(unknown.type());
    }
    if (value instanceof Value.Held held) {
      return ofType(held.held());
    }
    if (value instanceof Value.Named named) {
      return ofType(named.type());
    }
    if (value instanceof Value.Parameter parameter) {
      return ofType(parameter.type());
    }
    if (value instanceof Value.This self) {
      return ofType(self.type());
    }
    if (value instanceof Value.Result result) {
      return ofType(result.type());
    }
    return value instanceof Value.Function ? StreamNature.UNKNOWN : StreamNature.NEVER;
  }

  private StreamNature ofMade(Value.Made made, int depth) {
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

  private StreamNature ofType(String type) {
    if (type.endsWith("[]") || type.equals("java.lang.String")) {
      return StreamNature.NEVER;
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
    return StreamNature.UNKNOWN;
  }

  private static StreamNature nature(Verdict verdict) {
    if (verdict instanceof Verdict.Blocks blocks) {
      return blocks.kind() == BlockingKind.STREAM
          ? StreamNature.UNKNOWN
          : new StreamNature(false, Optional.of(blocks));
    }
    return StreamNature.NEVER;
  }
}
