package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Sighting;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the stacks of other threads. Those of several at once: for each time the JVM stops, or
 * another of its threads has to get a processor, and ten hubs that hang together would be told one
 * by one.
 */
final class Stacks {
  private static final StackTraceElement[] NONE = {};

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** The stacks in the same order; empty for a thread that has ended. */
  // Thread.threadId() came with JDK 19.
  @SuppressWarnings("deprecation")
  StackTraceElement[][] of(List<Thread> some) {
    StackTraceElement[][] stacks = new StackTraceElement[some.size()][];
    if (stacks.length == 1) {
      StackTraceElement[] whole = some.get(0).getStackTrace();
      stacks[0] =
          whole.length > Sighting.MOST_FRAMES ? Arrays.copyOf(whole, Sighting.MOST_FRAMES) : whole;
      return stacks;
    }
    long[] ids = new long[stacks.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = some.get(i).getId();
    }
    ThreadInfo[] infos = threads.getThreadInfo(ids, Sighting.MOST_FRAMES);
    for (int i = 0; i < ids.length; i++) {
      stacks[i] = infos[i] == null ? NONE : infos[i].getStackTrace();
    }
    return stacks;
  }
}
