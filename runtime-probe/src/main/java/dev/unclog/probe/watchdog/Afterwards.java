package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.LongTask;
import dev.unclog.probe.report.Hang.State;
import java.util.function.LongSupplier;

/**
 * Judges a long task that was over before the watchdog could tell that it hangs, by the time that
 * the operating system had counted of the thread before and that it counts when the task ends.
 *
 * <p>What the thread did before the task counts as done in it, so that a task is called blocked too
 * rarely rather than too often.
 */
final class Afterwards {
  private final TaskState task;
  private final LongSupplier safepoints;
  private final long pause;
  private TaskTimes before;
  private long stoodBefore;
  private long at;
  private long turn = -1;
  private long unseen;

  /**
   * Creates it.
   *
   * @param task what the operating system counts
   * @param safepoints for how long the JVM stood still in all
   * @param pause how long to wait in nanoseconds before all that is asked again
   * @param began when the thread's first task began
   */
  Afterwards(TaskState task, LongSupplier safepoints, long pause, long began) {
    this.task = task;
    this.safepoints = safepoints;
    this.pause = pause;
    reset(-1, began, TaskTimes.NONE);
  }

  /** What nobody could see. */
  void forget(long nanos) {
    unseen += nanos;
  }

  /** Asks what was counted so far, unless the thread has done nothing since or next to nothing. */
  void look(long turnNow, long now) {
    if (turnNow != turn && (turn < 0 || now - at >= pause)) {
      TaskTimes times = task.times();
      if (times != null) {
        reset(turnNow, now, times);
      }
    }
  }

  /**
   * What kept a task; null where that cannot be told, or it was the JVM.
   *
   * @param ended the task
   * @param waits whether the JVM called the thread waiting when it was looked at
   */
  State judge(LongTask ended, boolean waits) {
    State state = null;
    if (ended.blocked() * 2 > ended.ended() - ended.began()) {
      state = State.BLOCKED;
    } else if (ended.onCpu() > 0) {
      state = byTime(ended, waits);
    }
    reset(ended.turn(), ended.ended(), new TaskTimes(ended.onCpu(), ended.ready()));
    return state;
  }

  private State byTime(LongTask ended, boolean waits) {
    long all = ended.ended() - ended.began();
    long stood = Math.max(unseen, safepoints.getAsLong() - stoodBefore);
    long seen = ended.ended() - Math.max(ended.began(), at) - stood;
    long onCpu = ended.onCpu() - before.onCpu();
    long ready = ended.ready() - before.ready();
    long off = seen - onCpu - ready;
    boolean mostly = off > all - seen && off > ready && off > onCpu;
    if (mostly && (waits || (stood == 0 && off > onCpu * Samples.HARDLY_ANY))) {
      return State.BLOCKED;
    }
    if ((onCpu + ready) * 2 < all) {
      return null; // A collection of garbage that had to wait itself, or another machine's turn.
    }
    return ready > onCpu ? State.STARVED : State.BUSY;
  }

  private void reset(long turnNow, long now, TaskTimes times) {
    turn = turnNow;
    at = now;
    before = times;
    unseen = 0;
    stoodBefore = safepoints.getAsLong();
  }
}
