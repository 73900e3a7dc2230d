package dev.unclog.cli.loop;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.cli.loop.Observed.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides what is to be learned of what nobody foretold. */
public final class Lessons {
  private final Catalogue catalogue;
  private final Contexts contexts;

  /**
   * Knows what is known already.
   *
   * @param catalogue what ships, and what the user's stubs say
   * @param contexts what the compiler knows must not block
   */
  public Lessons(Catalogue catalogue, Contexts contexts) {
    this.catalogue = catalogue;
    this.contexts = contexts;
  }

  /**
   * What is to be learned.
   *
   * @param unpredicted what blocked
   * @return none where no line of a stub would help, as for a function that blocks by itself
   */
  public List<Lesson> of(Unpredicted unpredicted) {
    List<Frame> stack = unpredicted.blocked().shortest().stack();
    int root = innermost(stack, contexts::include);
    List<Lesson> lessons = new ArrayList<>();
    if (root >= 0) {
      // The one that it calls: what is behind it was not seen, or is not known to block.
      firstNamed(stack.subList(0, root), root)
          .ifPresent(frame -> lessons.add(new Lesson.Sink(frame, kind(unpredicted))));
      return lessons;
    }
    if (unpredicted.silence().reason() == Unpredicted.Reason.NOT_IN_CATALOGUE) {
      stack.stream()
          .filter(this::isNamed)
          .findFirst()
          .ifPresent(frame -> lessons.add(new Lesson.Sink(frame, kind(unpredicted))));
    }
    int entry = outermost(stack, this::isNamed);
    if (entry >= 0) {
      lessons.add(new Lesson.Context(stack.get(entry)));
    }
    return lessons;
  }

  private static int innermost(List<Frame> stack, Predicate<Frame> sought) {
    for (int i = 0; i < stack.size(); i++) {
      if (sought.test(stack.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int outermost(List<Frame> stack, Predicate<Frame> sought) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (sought.test(stack.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** What the root calls, or the next that has a name, or the JDK's method that it calls itself. */
  private Optional<Frame> firstNamed(List<Frame> inner, int root) {
    for (int i = root - 1; i >= 0; i--) {
      if (isNamed(inner.get(i))) {
        return Optional.of(inner.get(i));
      }
    }
    return root == 0 ? Optional.empty() : Optional.of(inner.get(root - 1)).filter(Frame::isNamed);
  }

  /** Whether it is code that a line can be about, and no machinery of the JDK or a framework. */
  private boolean isNamed(Frame frame) {
    return frame.isNamed() && !frame.isOfJdk() && !catalogue.neverEnters(frame.type());
  }

  private static Optional<BlockingKind> kind(Unpredicted unpredicted) {
    return Arrays.stream(BlockingKind.values())
        .filter(kind -> kind.word().equals(unpredicted.blocked().shortest().kind()))
        .findFirst();
  }
}
