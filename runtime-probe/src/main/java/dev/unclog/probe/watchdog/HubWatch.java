package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.LongTask;
import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.report.Frames;
import dev.unclog.probe.report.Hang;
import dev.unclog.probe.report.Hang.State;
import dev.unclog.probe.report.IdleByStack;
import dev.unclog.probe.report.Reporter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** Watches one hub: for how long it has been in the same task, and what it does there. */
final class HubWatch {
  /**
   * All looks but the first begin when this part of the resolution has passed, and as much of it
   * they must have seen.
   */
  private static final int LOOKS_FROM = 4;

  /** A thread that starts tells its number itself: that is waited for. */
  private static final long GUESS_EVERY = Duration.ofSeconds(1).toNanos();

  private final Hub hub;
  private final long resolution;
  private final long tick;
  private final TaskState task;
  private final Samples samples;
  private final Afterwards afterwards;
  private final Reporter reporter;
  private final Lag lag;
  private final Heartbeat heartbeat;

  private boolean ended;
  private long nextGuess;
  private long turn;
  private long since;
  private long nextTelling;
  private int told;
  private boolean counted;
  private boolean observed;
  private Hang last;
  private List<StackTraceElement> before;

  HubWatch(
      Hub hub,
      long resolution,
      long tick,
      LongUnaryOperator cpuOf,
      LongSupplier safepoints,
      Reporter reporter,
      long now) {
    this.hub = hub;
    this.resolution = resolution;
    this.tick = tick;
    this.task = new TaskState(hub);
    this.samples = new Samples(task, cpuOf, safepoints);
    this.afterwards = new Afterwards(task, safepoints, resolution / 2, hub.turnSince());
    this.reporter = reporter;
    this.lag = new Lag();
    this.heartbeat = new Heartbeat(hub, resolution, lag);
    this.turn = hub.turn();
    this.nextGuess = now + GUESS_EVERY;
    begin(now);
  }

  Hub hub() {
    return hub;
  }

  Lag lag() {
    return lag;
  }

  /** What nobody could see: the JVM stood still, or the watchdog did. */
  void forget(long nanos) {
    since += nanos;
    nextTelling += nanos;
    samples.forget(nanos);
    afterwards.forget(nanos);
    heartbeat.forget(nanos);
  }

  /**
   * Looks at the hub.
   *
   * @param paused whether the JVM stood still until now, so that what began before is not charged
   * @return whether it has been in the same task for too long, and is to be told with its stack
   */
  boolean look(long now, boolean paused) {
    if (ended) {
      return false;
    }
    if (hub.thread().getState() == Thread.State.TERMINATED) {
      ended = true;
      recovered(now);
      begin(now);
      return false;
    }
    if (now >= nextGuess) {
      nextGuess = now + GUESS_EVERY;
      task.guess();
    }
    // Before the turn is asked: what ends after that is seen at the next look.
    tellAfterwards();
    long turnNow = hub.turn();
    long began = hub.turnSince();
    afterwards.look(turnNow, now);
    boolean idle = (turnNow & 1) == 0;
    boolean due = false;
    if (turnNow != turn || idle) {
      if (turnNow != turn) {
        lag.add(now - since);
        turn = turnNow;
      } else {
        lag.add(0);
      }
      recovered(now);
      begin(paused || idle || !hub.loopKnown() ? now : Math.min(now, began));
    }
    if (!idle) {
      due = sameTask(now);
    }
    heartbeat.beat(now, idle);
    return due;
  }

  /**
   * When to look again.
   *
   * @param calm after how long, unless it has been in the same task for a tick
   * @param now when it was looked at
   * @return after how long: a tick, where it has; when it is to be told, if that is sooner
   */
  long nextLook(long calm, long now) {
    if (ended || (turn & 1) == 0 || now - since < tick) {
      return calm;
    }
    long telling = nextTelling - now;
    return telling > 0 && telling < tick ? Math.max(telling, tick / 10) : tick;
  }

  private void begin(long now) {
    since = now;
    nextTelling = now + resolution;
    told = 0;
    counted = false;
    observed = false;
    last = null;
    before = null;
    samples.clear();
  }

  private boolean sameTask(long now) {
    Operation operation = hub.operation();
    if (!hub.loopKnown() && raw(operation, now)) {
      return false;
    }
    // Of a busy loop nearly every task that is seen has just begun, and will not be seen again.
    if (now - since >= (samples.none() ? tick : resolution / LOOKS_FROM)) {
      samples.look(hub, now);
    }
    return now >= nextTelling && canJudge(operation, now);
  }

  /** A watchdog that was late itself may have seen too little yet to say what kept the hub. */
  private boolean canJudge(Operation operation, long now) {
    if (samples.seen() >= resolution / LOOKS_FROM) {
      return true;
    }
    return operation != null
        && now - hub.operationSince() >= resolution / 2
        && switch (hub.thread().getState()) {
          case BLOCKED, WAITING, TIMED_WAITING -> true;
          default -> false;
        };
  }

  /**
   * A thread that tells nothing of its tasks: its stack must. Returns true if it is not in the same
   * task as before, or in none.
   */
  private boolean raw(Operation operation, long now) {
    boolean halfway = before == null && now - since >= resolution / 2;
    if (!halfway && now < nextTelling) {
      return false;
    }
    List<StackTraceElement> stack = Arrays.asList(hub.thread().getStackTrace());
    boolean idle = IdleByStack.isIdle(stack, operation == null ? Operation.NATIVE_CALL : operation);
    if (stack.isEmpty() || idle || (before != null && !sameTask(before, stack))) {
      recovered(now);
      begin(now);
      before = stack.isEmpty() || idle ? null : stack;
      return true;
    }
    before = stack;
    return false;
  }

  /** Whether the two outermost calls outside the JDK are the same: the loop's, and its task's. */
  private static boolean sameTask(List<StackTraceElement> one, List<StackTraceElement> other) {
    return outermost(one).equals(outermost(other));
  }

  private static List<String> outermost(List<StackTraceElement> stack) {
    String first = "";
    String second = "";
    for (StackTraceElement frame : stack) {
      if (Frames.isApplication(frame.getClassName())) {
        second = first;
        first = frame.getClassName() + "." + frame.getMethodName();
      }
    }
    return List.of(first, second);
  }

  /** Tells that it hangs, unless it has just gone on. */
  void tell(StackTraceElement[] stack, long now) {
    if (hub.turn() != turn || stack.length == 0) {
      return;
    }
    boolean nativeOnTop = stack[0].isNativeMethod();
    Samples.Verdict verdict = samples.verdict(hub, nativeOnTop);
    told++;
    last =
        new Hang(
            hub,
            verdict.state(),
            verdict.sure(),
            verdict.state() == Hang.State.BLOCKED ? operation() : null,
            since,
            now - since,
            nativeOnTop,
            told,
            stack);
    // What sensors see, they tell themselves when it is over.
    boolean news = last.blocked() && !last.seenBySensor() && !observed;
    observed |= news;
    reporter.hangs(last, news);
    // Told again when it has lasted twice as long, and twice that.
    nextTelling = since + 2 * (now - since);
    samples.clear();
  }

  /** What it was found in, or where the watchdog came too late for that, what it is in. */
  private Operation operation() {
    Operation found = samples.operation();
    return found == null ? hub.operation() : found;
  }

  /** Tells of tasks that are over, where nobody had told that they hang. */
  private void tellAfterwards() {
    for (LongTask task = hub.pollLongTask(); task != null; task = hub.pollLongTask()) {
      boolean known = task.turn() == turn;
      State state = afterwards.judge(task, known && samples.waits());
      if (state != null && !(known && told > 0)) {
        Operation operation = known && state == State.BLOCKED ? samples.operation() : null;
        long nanos = task.ended() - task.began();
        // Without a stack it is no observation: nobody could say of what.
        reporter.hangs(Hang.over(hub, state, operation, task.began(), nanos), false);
      }
    }
  }

  private void recovered(long now) {
    if (last != null) {
      reporter.hangs(
          new Hang(
              hub,
              last.state(),
              last.sure(),
              last.operation(),
              since,
              now - since,
              last.nativeCall(),
              0,
              last.stack()),
          false);
    }
  }

  void countUnfinished() {
    if (last != null && last.blocked() && !counted) {
      counted = true;
      reporter.goesOn(last);
    }
  }

  /** The JVM ends. */
  void end(long now) {
    recovered(now);
    task.close();
  }
}
