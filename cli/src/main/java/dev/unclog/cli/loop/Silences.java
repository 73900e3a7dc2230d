package dev.unclog.cli.loop;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.cli.loop.Observed.Frame;
import dev.unclog.cli.loop.Unpredicted.Reason;
import dev.unclog.cli.loop.Unpredicted.Silence;
import java.util.List;
import java.util.Optional;

/** Why a compiler may have been silent about what blocked. */
final class Silences {
  private final Catalogue catalogue;
  private final Contexts contexts;

  /**
   * Knows what the compiler could have known.
   *
   * @param catalogue what it knows to block
   * @param contexts what it knows must not block
   */
  Silences(Catalogue catalogue, Contexts contexts) {
    this.catalogue = catalogue;
    this.contexts = contexts;
  }

  Silence of(List<Frame> stack) {
    // The outermost is the one that the application calls.
    Optional<Frame> sink =
        stack.stream().filter(this::isKnownToBlock).reduce((inner, outer) -> outer);
    if (sink.isEmpty()) {
      return new Silence(
          Reason.NOT_IN_CATALOGUE, "the catalogue has no line about any method on the way");
    }
    Optional<Frame> root = stack.stream().filter(contexts::include).findFirst();
    return root.isPresent()
        ? new Silence(
            Reason.UNRESOLVED,
            "%s is known to be cooperative and %s to block, but not that one leads to the other"
                .formatted(name(root.get()), name(sink.get())))
        : new Silence(
            Reason.UNKNOWN_CONTEXT,
            "%s is known to block, but not that any code on the way is cooperative"
                .formatted(name(sink.get())));
  }

  private boolean isKnownToBlock(Frame frame) {
    return catalogue.of(frame.type()).stream()
        .anyMatch(
            entry ->
                entry.verdict().filter(Entry.Verdict.Blocks.class::isInstance).isPresent()
                    && isAbout(entry.members(), frame.method()));
  }

  private static boolean isAbout(Entry.Members members, String method) {
    if (members instanceof Entry.Members.Exactly one) {
      return one.name().equals(method);
    }
    return members instanceof Entry.Members.EveryOverload every && every.name().equals(method);
  }

  private static String name(Frame frame) {
    return frame.type().substring(frame.type().lastIndexOf('.') + 1) + "." + frame.method();
  }
}
