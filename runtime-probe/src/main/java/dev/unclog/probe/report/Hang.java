package dev.unclog.probe.report;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Kind;
import dev.unclog.probe.boot.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One task holds a hub for longer than the resolution.
 *
 * @param hub the hub
 * @param state what keeps it
 * @param sure false where the operating system could not be asked
 * @param operation the watched operation it is in, or null
 * @param since when the task began, as {@code System.nanoTime()}
 * @param nanos for how long now, pauses of the JVM left out
 * @param nativeCall whether the innermost frame is a native method
 * @param times how often it has been told, this time included; 0 when it is over
 * @param stack innermost first; empty if it was over before anybody could look
 */
public record Hang(
    Hub hub,
    State state,
    boolean sure,
    Operation operation,
    long since,
    long nanos,
    boolean nativeCall,
    int times,
    StackTraceElement[] stack) {
  /** What keeps a hub from its next task. */
  public enum State {
    /** It waits. */
    BLOCKED,
    /** It computes. */
    BUSY,
    /** It would compute, but others have the processor. */
    STARVED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One that was over before anybody could look.
   *
   * @param hub the hub
   * @param state what kept it
   * @param operation the watched operation it was in, or null
   * @param since when the task began, as {@code System.nanoTime()}
   * @param nanos how long it took
   * @return the hang
   */
  public static Hang over(Hub hub, State state, Operation operation, long since, long nanos) {
    return new Hang(hub, state, true, operation, since, nanos, false, 1, new StackTraceElement[0]);
  }

  /** Whether it was over before anybody could look. */
  boolean isOver() {
    return stack.length == 0;
  }

  /**
   * Whether it waits.
   *
   * @return false if it is busy or starved
   */
  public boolean blocked() {
    return state == State.BLOCKED;
  }

  /**
   * Whether a sensor is in the middle of it, and will tell when it ends.
   *
   * @return false if only the watchdog sees it
   */
  public boolean seenBySensor() {
    return operation != null && operation != Operation.MONITOR;
  }

  /** What it does, as far as can be told where no sensor does. */
  Operation guessed() {
    if (operation != null) {
      return operation;
    }
    return nativeCall ? Operation.NATIVE_CALL : Operation.CLASS_INITIALIZATION;
  }

  Json line(Instant time, Kind kind) {
    List<StackTraceElement> elements = Frame.elements(Frame.of(stack));
    Json line =
        Json.line(times == 0 ? "recovered" : "hang")
            .add("time", time.toString())
            .add("hub", hub.thread().getName())
            .add("hubType", hub.type())
            .add("state", state.word())
            .addMillis("millis", nanos);
    if (!isOver() || operation != null) {
      line.add("kind", kind.word());
    }
    if (times > 0) {
      line.add("times", times);
    }
    if (!sure) {
      line.add("probable", true);
    }
    if (operation != null) {
      line.add("operation", operation.word());
    }
    if (isOver()) {
      return line.add("late", true);
    }
    return line.add("frame", Frames.callSite(elements)).add("stack", elements);
  }

  /** One line. */
  @Override
  public String toString() {
    if (isOver()) {
      return hub.thread().getName()
          + " was "
          + state.word()
          + " for "
          + nanos / 1_000_000
          + " ms, seen when it was over";
    }
    String what = times == 0 ? " was " + state.word() + " for " : " is " + state.word() + " since ";
    return hub.thread().getName()
        + what
        + nanos / 1_000_000
        + " ms: "
        + (operation == null ? "" : operation.word() + " ")
        + "at "
        + Frames.callSite(Frame.elements(Frame.of(stack)));
  }

  // Arrays have no equality by content; two hangs are never compared.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
