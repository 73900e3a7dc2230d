package dev.unclog.probe.boot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that kept a hub from its work.
 *
 * @param number counts observations from 1
 * @param source who saw it
 * @param time when it began
 * @param hub the hub thread's name
 * @param hubType by what the hub was recognised
 * @param kind what it waited for
 * @param operation what it did, in the words of {@link Operation#word}
 * @param duration how long, so far
 * @param frame the application's frame that made the call, or the innermost one there is; null if
 *     the stack is empty
 * @param stack the whole stack, innermost first
 */
public record Observation(
    long number,
    Source source,
    Instant time,
    String hub,
    String hubType,
    Kind kind,
    String operation,
    Duration duration,
    StackTraceElement frame,
    List<StackTraceElement> stack) {
  /** Who saw it. */
  public enum Source {
    /** A sensor: the operation is over. */
    SENSOR,
    /** JFR, some time after it was over. */
    JFR,
    /** The watchdog, while it lasted. */
    WATCHDOG
  }

  /** One line. */
  @Override
  public String toString() {
    return hub
        + " blocked for "
        + duration.toMillis()
        + " ms: "
        + operation
        + " ("
        + kind.word()
        + ") at "
        + frame;
  }
}
