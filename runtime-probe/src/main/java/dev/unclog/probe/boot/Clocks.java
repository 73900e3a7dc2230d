package dev.unclog.probe.boot;

import java.util.function.LongSupplier;

/** The clock of the processor, and from when on time counts. */
public final class Clocks {
  /** No clock tells the time on the processor yet. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static volatile LongSupplier cpuClock;
  private static volatile long thresholdNanos = 1_000_000;

  private Clocks() {}

  /**
   * Sets the clock that tells how long the current thread has been on the processor.
   *
   * @param clock in nanoseconds
   */
  public static void useCpuClock(LongSupplier clock) {
    cpuClock = clock;
  }

  /**
   * Sets from when on waiting counts.
   *
   * @param nanos the threshold
   */
  public static void useThreshold(long nanos) {
    thresholdNanos = nanos;
  }

  /**
   * From when on waiting counts.
   *
   * @return nanoseconds
   */
  public static long threshold() {
    return thresholdNanos;
  }

  static long cpu() {
    LongSupplier clock = cpuClock;
    return clock == null ? UNKNOWN : clock.getAsLong();
  }
}
