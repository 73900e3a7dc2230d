package dev.unclog.benchmarks;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.EnumMap;
import java.util.Map;

/**
 * Weighs a compiler at work: time and again, all that is garbage is collected, and what is left
 * counted, with the classes and the compiled code outside of the heap. What a JVM takes from the
 * system says more of its settings than of the program, and what a collection at a time of the
 * JVM's choice leaves, more of the time.
 */
final class Scale implements TaskListener {
  /** Classes from one weighing to the next: a whole collection takes a good part of a second. */
  private static final int CLASSES = 50;

  private static final double MEGABYTE = 1 << 20;

  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final Map<TaskEvent.Kind, Integer> classes = new EnumMap<>(TaskEvent.Kind.class);
  private double most;

  @Override
  public void started(TaskEvent event) {
    // The first class is about to be written: under the policy that Error Prone asks for, all of
    // them have been analysed by now, and nothing has been dropped yet.
    if (event.getKind() == TaskEvent.Kind.GENERATE && !classes.containsKey(event.getKind())) {
      weigh();
    }
  }

  @Override
  public void finished(TaskEvent event) {
    int count = classes.merge(event.getKind(), 1, Integer::sum);
    if (event.getKind() == TaskEvent.Kind.ANALYZE && count % CLASSES == 0) {
      weigh();
    }
  }

  private void weigh() {
    memory.gc();
    long used = memory.getHeapMemoryUsage().getUsed() + memory.getNonHeapMemoryUsage().getUsed();
    most = Math.max(most, used / MEGABYTE);
  }

  /** The most that was in use, in megabytes; 0 if it was never weighed. */
  double most() {
    return most;
  }
}
