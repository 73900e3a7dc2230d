package dev.unclog.probe.report;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Kind;
import dev.unclog.probe.boot.Observation;
import dev.unclog.probe.boot.Observation.Source;
import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.boot.Sighting;
import dev.unclog.probe.weave.Marks;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Decides whether what was seen is an observation. */
public final class Judge {
  private final Set<Kind> kinds;
  private final Allowed allowed;
  private final Suppressions suppressions;
  private final long originNanos = System.nanoTime();
  private final Instant origin = Instant.now();
  private Foretold foretold = Foretold.NOTHING;
  private Consumer<Observation> allowedTaker;
  private long number;

  /**
   * Creates it.
   *
   * @param kinds the kinds that are kept
   * @param marks what annotations say
   * @param suppressions what a file says
   */
  public Judge(Set<Kind> kinds, Marks marks, Suppressions suppressions) {
    this.kinds = kinds;
    this.allowed = new Allowed(marks);
    this.suppressions = suppressions;
  }

  /**
   * Has what is allowed told as well, where it was foretold: who allowed it may want to know.
   *
   * @param findings what was foretold
   * @param taker is given what is allowed, with 0 for its number
   */
  void tellAllowed(Foretold findings, Consumer<Observation> taker) {
    foretold = findings;
    allowedTaker = taker;
  }

  /**
   * Judges what a sensor saw.
   *
   * @param sighting what it saw
   * @return an observation, unless it is none
   */
  public Optional<Observation> judge(Sighting sighting) {
    return judge(
        sighting.hub(),
        Source.SENSOR,
        sighting.operation(),
        timeOf(sighting.since()),
        sighting.nanos(),
        Frame.of(sighting.frames()));
  }

  /**
   * Judges what was seen from outside, with nothing but names in its stack.
   *
   * @param hub the hub
   * @param source who saw it
   * @param operation what it did
   * @param time when it began
   * @param nanos how long it took
   * @param stack innermost first
   * @return an observation, unless it is none
   */
  public Optional<Observation> judge(
      Hub hub,
      Source source,
      Operation operation,
      Instant time,
      long nanos,
      StackTraceElement[] stack) {
    return judge(hub, source, operation, time, nanos, Frame.of(stack));
  }

  private Optional<Observation> judge(
      Hub hub, Source source, Operation operation, Instant time, long nanos, List<Frame> stack) {
    List<StackTraceElement> elements = Frame.elements(stack);
    if (Frames.isLoopsOwn(elements)
        || (!hub.loopKnown() && IdleByStack.isIdle(elements, operation))
        || isProbesOwn(elements)) {
      return Optional.empty();
    }
    Kind kind = KindByStack.narrow(operation, stack);
    // A framework's own locks are its own business; where they last, the watchdog tells.
    if (!kinds.contains(kind) || (kind == Kind.LOCK && !Frames.anyOfApplication(elements))) {
      return Optional.empty();
    }
    boolean isAllowed =
        allowed.allows(stack, kind, hub.thread().getContextClassLoader())
            || suppressions.suppress(stack, kind);
    if (isAllowed && foretold.by(elements, kind.word()).isEmpty()) {
      return Optional.empty();
    }
    Observation seen =
        new Observation(
            isAllowed ? 0 : ++number,
            source,
            time,
            hub.thread().getName(),
            hub.type(),
            kind,
            operation.word(),
            Duration.ofNanos(nanos),
            Frames.callSite(elements),
            elements);
    if (isAllowed) {
      allowedTaker.accept(seen);
      return Optional.empty();
    }
    return Optional.of(seen);
  }

  /**
   * The kind of a hang.
   *
   * @param hang what the watchdog found
   * @return what the hub waits for, or that it computes
   */
  Kind kindOf(Hang hang) {
    return hang.blocked()
        ? KindByStack.narrow(hang.guessed(), Frame.of(hang.stack()))
        : Kind.COMPUTATION;
  }

  /** Whether nothing is to be said of a hang: it is the loop's own, or it is allowed. */
  boolean allows(Hang hang) {
    List<Frame> frames = Frame.of(hang.stack());
    Kind kind = kindOf(hang);
    return Frames.isLoopsOwn(Frame.elements(frames))
        || allowed.allows(frames, kind, hang.hub().thread().getContextClassLoader())
        || suppressions.suppress(frames, kind);
  }

  /** Whether anybody has allowed anything. */
  boolean allowsAnything() {
    return allowed.allowsAnything() || suppressions.suppressAnything();
  }

  /** What the probe itself does on a hub, a monitor of its own for example. */
  private static boolean isProbesOwn(List<StackTraceElement> stack) {
    return !stack.isEmpty()
        && Arrays.asList("dev.unclog.probe.boot.Hooks", "dev.unclog.probe.boot.Hubs")
            .contains(stack.get(0).getClassName());
  }

  /**
   * The time of day of a moment of the JVM's own clock.
   *
   * @param nanoTime as {@code System.nanoTime()}
   * @return the time
   */
  public Instant timeOf(long nanoTime) {
    return origin.plusNanos(nanoTime - originNanos);
  }

  /** The moment of the JVM's own clock at a time of day. */
  long momentOf(Instant time) {
    return originNanos + Duration.between(origin, time).toNanos();
  }
}
