package dev.unclog.probe.boot;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * How long a thread has been ready to run without getting a processor, as Linux counts it. Without
 * this, a busy machine would make each file read a blocked one.
 *
 * <p>Made and used by its own thread alone; on a hub inside hooks, where reading a file does not
 * count.
 */
public final class RunQueue {
  private static final int LONGEST_LINE = 80;

  private final byte[] line = new byte[LONGEST_LINE];
  private RandomAccessFile file;
  private int at;
  private long ran;
  private long waited;

  /** Opens the current thread's count. */
  public RunQueue() {
    try {
      file = new RandomAccessFile("/proc/thread-self/schedstat", "r");
    } catch (IOException e) {
      file = null; // A system that does not count.
    }
  }

  /** Asks what is counted by now. */
  public void read() {
    ran = 0;
    waited = 0;
    if (file == null) {
      return;
    }
    try {
      file.seek(0);
      int length = file.read(line);
      at = 0;
      ran = number(length);
      waited = number(length);
    } catch (IOException e) {
      ran = 0; // What cannot be read is not counted.
    }
  }

  /**
   * How long this thread had been ready without running, when that was read.
   *
   * @return nanoseconds, all told; 0 where nobody counts
   */
  public long waited() {
    return waited;
  }

  /**
   * How long this thread had run, when that was read.
   *
   * @return nanoseconds on the processor, all told; 0 where nobody counts
   */
  public long ran() {
    return ran;
  }

  /** The next of three numbers. */
  private long number(int length) {
    long number = 0;
    while (at < length && line[at] >= '0' && line[at] <= '9') {
      number = number * 10 + (line[at++] - '0');
    }
    at++;
    return number;
  }
}
