package dev.unclog.probe.boot;

import java.lang.StackWalker.StackFrame;

/**
 * An operation that blocked a hub, as its own thread saw it, not judged yet.
 *
 * @param hub the hub
 * @param operation what it did
 * @param since when it began, as {@code System.nanoTime()}
 * @param nanos how long it took
 * @param frames the stack, innermost first, this package's own frames on top
 */
public record Sighting(Hub hub, Operation operation, long since, long nanos, StackFrame[] frames) {
  /** Deeper stacks are cut: they are recursions, and whoever reads them has stopped long before. */
  public static final int MOST_FRAMES = 512;

  // Arrays have no equality by content; each sighting is its own.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
