package dev.unclog.probe.watchdog;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small file of the operating system's about one thread, read again and again. It is kept open,
 * unless there are too many: opening costs more than reading, and a watchdog that needs the
 * processor for long is not given it when it is needed.
 */
final class TaskFile {
  private static final int MOST_OPEN = 100;
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final Path path;
  private final byte[] content = new byte[512];
  private int length;
  private RandomAccessFile kept;

  TaskFile(Path path) {
    this.path = path;
  }

  /** Reads it; false if it cannot be read. */
  boolean read() {
    try {
      if (kept != null) {
        kept.seek(0);
        length = kept.read(content);
      } else {
        RandomAccessFile file = new RandomAccessFile(path.toString(), "r");
        length = file.read(content);
        if (OPEN.incrementAndGet() <= MOST_OPEN) {
          kept = file;
        } else {
          OPEN.decrementAndGet();
          file.close();
        }
      }
      return length > 0;
    } catch (IOException e) {
      close();
      return false; // The thread has ended, or the system has no such file.
    }
  }

  /** The number at a place among those that blanks part; negative if there is none. */
  long number(int place) {
    int at = 0;
    for (int i = 0; i < place; i++) {
      while (at < length && content[at] != ' ') {
        at++;
      }
      at++;
    }
    long number = at < length ? 0 : -1;
    while (at < length && content[at] >= '0' && content[at] <= '9') {
      number = number * 10 + (content[at++] - '0');
    }
    return number;
  }

  /** The character at some distance behind the last of a kind; 0 if there is none. */
  char after(char last, int distance) {
    int at = length - 1;
    while (at >= 0 && content[at] != last) {
      at--;
    }
    return at < 0 || at + distance >= length ? 0 : (char) content[at + distance];
  }

  void close() {
    if (kept != null) {
      OPEN.decrementAndGet();
      try {
        kept.close();
      } catch (IOException e) {
        // It was for reading.
      }
      kept = null;
    }
  }
}
