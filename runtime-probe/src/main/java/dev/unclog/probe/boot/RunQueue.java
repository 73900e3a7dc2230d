package dev.unclog.probe.boot;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * How long a thread has been ready to run without getting a processor, as Linux counts it. Without
 * this, a busy machine would make each file read a blocked one.
 *
 * <p>Used by its own thread alone, inside hooks, where reading a file does not count.
 */
final class RunQueue {
  private static final int LONGEST_LINE = 80;

  private final byte[] line = new byte[LONGEST_LINE];
  private RandomAccessFile file;

  /** Opens the count of the thread of that number; one without a number has none. */
  RunQueue(long nativeId) {
    if (nativeId > 0) {
      try {
        file = new RandomAccessFile("/proc/self/task/" + nativeId + "/schedstat", "r");
      } catch (IOException e) {
        file = null; // A kernel that does not count.
      }
    }
  }

  /** Nanoseconds, all told; 0 where nobody counts. */
  long waited() {
    if (file == null) {
      return 0;
    }
    try {
      file.seek(0);
      int length = file.read(line);
      return second(length);
    } catch (IOException e) {
      return 0;
    }
  }

  /** The second of three numbers. */
  private long second(int length) {
    int at = 0;
    while (at < length && line[at] != ' ') {
      at++;
    }
    long number = 0;
    for (at++; at < length && line[at] >= '0' && line[at] <= '9'; at++) {
      number = number * 10 + (line[at] - '0');
    }
    return number;
  }
}
