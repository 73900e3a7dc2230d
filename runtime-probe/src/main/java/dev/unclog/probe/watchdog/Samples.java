package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.report.Hang.State;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * What a hub's thread was found doing at each look within one window, and the verdict.
 *
 * <p>Where the operating system counts a thread's time, as Linux does, the largest share decides:
 * off the processor without being ready it was blocked, on it busy, and ready while others ran it
 * was starved, so that a busy machine makes no blocked hub, and no busy one either. A thread that
 * waits for another to initialise a class is runnable to the JVM, with a Java frame on top; but so
 * is one that collections of garbage stop again and again, so that in Java code only who used next
 * to no processor was blocked.
 */
final class Samples {
  /**
   * Where the operating system cannot be asked: a native call that used no more than this waits.
   */
  private static final long NO_CPU_NANOS = 20_000;

  /** Off the processor in Java code, and on it for less than this part of that: waits. */
  static final int HARDLY_ANY = 50;

  private final LongUnaryOperator cpuOf;
  private final LongSupplier safepoints;
  private final TaskState task;
  private int looks;
  private int waiting;
  private int atMonitor;
  private int sensed;
  private Operation operation;
  private long begin;
  private long latest;
  private long cpuBefore;
  private long stoodBefore;
  private TaskTimes timesBefore;
  private TaskTimes times;

  /** For how long it had been off the processor without being ready, when last found asleep. */
  private long off;

  /**
   * Creates it, with clocks that tell a thread's time on the processor by its number, and for how
   * long the JVM stood still in all.
   */
  Samples(TaskState task, LongUnaryOperator cpuOf, LongSupplier safepoints) {
    this.task = task;
    this.safepoints = safepoints;
    this.cpuOf = cpuOf;
  }

  void clear() {
    looks = 0;
    waiting = 0;
    atMonitor = 0;
    sensed = 0;
    operation = null;
  }

  boolean none() {
    return looks == 0;
  }

  /** Whether most looks found it waiting. */
  boolean waits() {
    return waiting * 2 > looks;
  }

  /** How much of the window has been looked at. */
  long seen() {
    return latest - begin;
  }

  /** What nobody could see. */
  void forget(long nanos) {
    begin += nanos;
    latest += nanos;
  }

  /** What most looks found it in, or null: a monitor, or what a sensor saw begin. */
  Operation operation() {
    if (atMonitor * 2 > looks) {
      return Operation.MONITOR;
    }
    return sensed * 2 > looks ? operation : null;
  }

  void look(Hub hub, long time) {
    TaskTimes now = task.times();
    // A thread that has just started may not have told its number at first.
    if (looks++ == 0 || (timesBefore == null && now != null)) {
      begin = time;
      cpuBefore = cpuOf.applyAsLong(threadId(hub));
      timesBefore = now;
      stoodBefore = safepoints.getAsLong();
      off = 0;
    }
    times = now;
    latest = time;
    // A wait for the processor is counted when it is over: who is ready now may be in one.
    if (timesBefore != null && now != null && !task.isReady()) {
      long stood = safepoints.getAsLong() - stoodBefore;
      off = time - begin - onCpu() - (now.ready() - timesBefore.ready()) - stood;
    }
    Operation current = hub.operation();
    if (current != null) {
      operation = current;
      sensed++;
    }
    switch (hub.thread().getState()) {
      case BLOCKED -> {
        waiting++;
        atMonitor++;
      }
      case WAITING, TIMED_WAITING -> waiting++;
      default -> {}
    }
  }

  /** The verdict of the looks, the latest of which may have been a while ago. */
  Verdict verdict(Hub hub, boolean nativeOnTop) {
    boolean waits = waits();
    if (timesBefore != null && times != null && latest > begin) {
      return new Verdict(byTime(waits || nativeOnTop), true);
    }
    if (waits) {
      return new Verdict(State.BLOCKED, true);
    }
    long cpu = cpuOf.applyAsLong(threadId(hub)) - cpuBefore;
    boolean idle = nativeOnTop && cpuBefore >= 0 && cpu >= 0 && cpu < NO_CPU_NANOS;
    return new Verdict(idle ? State.BLOCKED : State.BUSY, false);
  }

  private State byTime(boolean waits) {
    long onCpu = onCpu();
    long ready = latest - begin - onCpu - off;
    if (ready > off && ready > onCpu) {
      return State.STARVED;
    }
    return off > (waits ? onCpu : onCpu * HARDLY_ANY) ? State.BLOCKED : State.BUSY;
  }

  private long onCpu() {
    return times.onCpu() - timesBefore.onCpu();
  }

  // Thread.threadId() came with JDK 19.
  @SuppressWarnings("deprecation")
  private static long threadId(Hub hub) {
    return hub.thread().getId();
  }

  /**
   * What a hub that hangs is.
   *
   * @param state what keeps it
   * @param sure false where the JVM alone had to tell
   */
  record Verdict(State state, boolean sure) {}
}
