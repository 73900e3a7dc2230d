package dev.unclog.cli.loop;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.cli.explain.Hierarchy;
import dev.unclog.cli.loop.Observed.Frame;
import dev.unclog.cli.loop.Unpredicted.Reason;
import dev.unclog.cli.loop.Unpredicted.Silence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a compiler may have been silent about what blocked. */
final class Silences {
  /** What an operation was, where its frame is not on the stack: the probe stands in for these. */
  private static final Map<String, Frame> NATIVE =
      Map.of(
          "sleep", implied("java.lang.Thread", "sleep"),
          "object-wait", implied("java.lang.Object", "wait"),
          "file-force", implied("java.io.FileDescriptor", "sync"));

  /** What no line can be about, by operation. */
  private static final Map<String, String> OF_NO_METHOD =
      Map.of(
          "monitor", "it waited for a lock, and which are held for long the catalogue cannot say",
          "class-initialization",
              "it waited while another thread initialised a class, which is no call");

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

  Silence of(Observed seen) {
    List<Frame> stack = seen.stack();
    Optional<String> sink = sink(seen);
    if (sink.isEmpty()) {
      return new Silence(
          Reason.NOT_IN_CATALOGUE,
          OF_NO_METHOD.getOrDefault(
              seen.operation(),
              stack.isEmpty()
                  ? "its stack was not seen"
                  : "the catalogue has no line that says of a method on the way that it blocks"));
    }
    Optional<Frame> root = stack.stream().filter(contexts::include).findFirst();
    return root.isPresent()
        ? new Silence(
            Reason.UNRESOLVED,
            "%s is known to be cooperative and %s to block, but not that one leads to the other"
                .formatted(name(root.get().type(), root.get().method()), sink.get()))
        : new Silence(
            Reason.UNKNOWN_CONTEXT,
            "%s is known to block, but not that any code on the way is cooperative"
                .formatted(sink.get()));
  }

  /** The outermost that is known to block: the one that the application calls. */
  private Optional<String> sink(Observed seen) {
    Stream<Frame> unseen =
        seen.stack().stream().findFirst().filter(Frame::isOfJdk).isPresent()
            ? Stream.empty()
            : Stream.ofNullable(NATIVE.get(seen.operation()));
    return Stream.concat(unseen, seen.stack().stream())
        .flatMap(frame -> knownToBlock(frame).stream())
        .reduce((inner, outer) -> outer);
  }

  /** By the name that the catalogue knows: of the type itself, or of the JDK's that it extends. */
  private Optional<String> knownToBlock(Frame frame) {
    return Hierarchy.of(frame.type()).types().stream()
        .filter(type -> isKnownToBlock(type, frame.method()))
        .findFirst()
        .map(type -> name(type, frame.method()));
  }

  private boolean isKnownToBlock(String type, String method) {
    return catalogue.of(type).stream()
        .anyMatch(
            entry ->
                entry.verdict().filter(Entry.Verdict.Blocks.class::isInstance).isPresent()
                    && isAbout(entry.members(), method));
  }

  private static boolean isAbout(Entry.Members members, String method) {
    if (members instanceof Entry.Members.Exactly one) {
      return one.name().equals(method);
    }
    if (members instanceof Entry.Members.Matching some) {
      return method.matches(some.regex());
    }
    return members instanceof Entry.Members.EveryOverload every && every.name().equals(method);
  }

  private static Frame implied(String type, String method) {
    return new Frame(type, method, type + "." + method);
  }

  private static String name(String type, String method) {
    return type.substring(type.lastIndexOf('.') + 1) + "." + method;
  }
}
