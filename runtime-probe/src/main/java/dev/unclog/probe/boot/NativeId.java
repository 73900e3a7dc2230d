package dev.unclog.probe.boot;

import java.io.File;
import java.io.IOException;

/** A thread's number in the operating system, which the thread itself knows best. */
final class NativeId {
  private static final long NOT_TOLD = -2;

  /** Leads to {@code /proc/<pid>/task/<tid>}. */
  private static final String THREAD_SELF = "/proc/thread-self";

  private volatile long told = Hub.UNKNOWN;
  private volatile long guessed = Hub.UNKNOWN;

  /** The number, or {@link Hub#UNKNOWN}. */
  long get() {
    long id = told;
    return id > 0 ? id : guessed;
  }

  /** What somebody else has found out: it stands for as long as the thread does not say it. */
  void guess(long id) {
    guessed = id;
  }

  boolean isAsked() {
    return told != Hub.UNKNOWN;
  }

  /** Asks the operating system, on the thread itself. */
  void ask() {
    told = own();
  }

  private static long own() {
    try {
      String path = new File(THREAD_SELF).getCanonicalPath();
      return path.equals(THREAD_SELF)
          ? NOT_TOLD
          : Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    } catch (IOException | NumberFormatException e) {
      return NOT_TOLD;
    }
  }
}
