package dev.unclog.probe.boot;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When a thread that is a hub only at times was one, for events that come late. Written by that
 * thread alone.
 */
final class Extents {
  private static final int KEPT = 1024;
  private static final long OPEN = Long.MIN_VALUE;

  private final AtomicLongArray begins = new AtomicLongArray(KEPT);
  private final AtomicLongArray ends = new AtomicLongArray(KEPT);
  private final AtomicLong count = new AtomicLong();

  void begin(long now) {
    int next = (int) (count.get() % KEPT);
    ends.lazySet(next, OPEN);
    begins.lazySet(next, now);
    count.lazySet(count.get() + 1);
  }

  void end(long now) {
    ends.lazySet((int) ((count.get() - 1) % KEPT), now);
  }

  /**
   * Whether a time, as {@code System.nanoTime()} has it, is within one of them; also true if that
   * is longer ago than is known.
   */
  boolean hold(long time) {
    long all = count.get();
    for (long i = all - 1; i >= Math.max(0, all - KEPT); i--) {
      int at = (int) (i % KEPT);
      if (time - begins.get(at) >= 0) {
        long end = ends.get(at);
        return end == OPEN || time - end <= 0;
      }
    }
    return all > KEPT;
  }
}
