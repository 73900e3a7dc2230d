package dev.unclog.probe.boot;

/**
 * How long a thread has been neither on the processor nor ready for it, as it asks itself.
 *
 * <p>A thread that has to queue for the processor while its clocks are read would have that taken
 * for part of what is measured: they are read again then.
 */
final class OwnClocks {
  /** How often they are read again before the last answers have to do. */
  private static final int MOST_READINGS = 3;

  private final RunQueue runQueue = new RunQueue();
  private long cpuBefore = Clocks.UNKNOWN;
  private long readAt;
  private long queuedBefore;

  /**
   * Reads the clocks, unless that was done so shortly before that they cannot have changed by more
   * than a tenth of what counts.
   *
   * @return the moment that their answers are of
   */
  long begin(long now) {
    if (cpuBefore != Clocks.UNKNOWN && isAtOnce(readAt, now)) {
      return now;
    }
    long asked = now;
    for (int i = 0; i < MOST_READINGS; i++) {
      cpuBefore = Clocks.cpu();
      queuedBefore = queued();
      readAt = asked;
      long read = System.nanoTime();
      if (isAtOnce(asked, read)) {
        break;
      }
      asked = read;
    }
    return asked;
  }

  /** How long the thread has been off the processor without being ready for it, since then. */
  long offCpu(long since) {
    long asked = System.nanoTime();
    long off = 0;
    for (int i = 0; i < MOST_READINGS; i++) {
      long ready = queued() - queuedBefore;
      long cpu = cpuBefore == Clocks.UNKNOWN ? 0 : Clocks.cpu() - cpuBefore;
      off = asked - since - ready - cpu;
      long read = System.nanoTime();
      if (isAtOnce(asked, read)) {
        break;
      }
      asked = read;
    }
    return off;
  }

  /** A task that ends now, with what is counted of the thread. */
  LongTask task(long turn, long began, long ended, long blocked) {
    runQueue.read();
    return new LongTask(turn, began, ended, runQueue.ran(), runQueue.waited(), blocked);
  }

  private long queued() {
    runQueue.read();
    return runQueue.waited();
  }

  /** Whether two moments differ by no more than a tenth of what counts. */
  private static boolean isAtOnce(long earlier, long later) {
    return later - earlier <= Clocks.threshold() / 10;
  }
}
