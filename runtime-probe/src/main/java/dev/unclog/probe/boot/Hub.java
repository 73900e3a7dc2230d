package dev.unclog.probe.boot;

import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread that runs cooperative code, and what it is doing.
 *
 * <p>Its fields are written by its own thread alone; the watchdog reads {@link #turn()}, {@link
 * #turnSince()}, {@link #operation()} and {@link #operationSince()} from outside.
 */
public final class Hub {
  /** The native thread's number is not known. */
  public static final long UNKNOWN = -1;

  /** The type of the thread that tests the sensors, for as long as it does. */
  public static final String REHEARSAL = "self-test";

  /** How many long tasks are kept for a watchdog that comes late. */
  private static final int MOST_LONG_TASKS = 8;

  private static volatile long longTaskNanos = Long.MAX_VALUE;

  static {
    initialise(CallSites.class, Clocks.class, Extents.class, Operation.class, Sightings.class);
    initialise(SiteCounts.class);
    StackTaker.frames();
  }

  private final Thread thread;
  private final String type;
  private final NativeId nativeId = new NativeId();

  /** Counts transitions: odd while a task runs, even while the loop waits for the next. */
  private final AtomicLong turn = new AtomicLong(1);

  private final AtomicLong turnSince = new AtomicLong(System.nanoTime());

  private volatile boolean loopKnown;
  private volatile WeakReference<Executor> executor;
  private volatile Operation operation;
  private volatile long operationSince;

  private final Queue<LongTask> longTasks = new ConcurrentLinkedQueue<>();

  private volatile Extents extents;

  private boolean permanent;
  private int cooperative;
  private int idle;
  private int depth;

  /** For how long sensors have seen it blocked in this turn, in nanoseconds. */
  private long blocked;

  private OwnClocks clocks;

  /**
   * A class whose first use comes where hardly any stack is left fails to be initialised, and then
   * for good: the JDK's for walking stacks too.
   */
  private static void initialise(Class<?>... types) {
    for (Class<?> type : types) {
      try {
        Class.forName(type.getName(), true, type.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }

  Hub(Thread thread, String type) {
    this.thread = thread;
    this.type = type;
  }

  /**
   * The thread.
   *
   * @return the hub's thread
   */
  public Thread thread() {
    return thread;
  }

  /**
   * By what it was recognised.
   *
   * @return {@code netty}, {@code reactor}, {@code named} and so on
   */
  public String type() {
    return type;
  }

  /**
   * Whether it only tests the sensors.
   *
   * @return true for nobody's hub
   */
  public boolean isRehearsal() {
    return type.equals(REHEARSAL);
  }

  /**
   * The thread's number in the operating system.
   *
   * @return the number, or {@link #UNKNOWN}
   */
  public long nativeId() {
    return nativeId.get();
  }

  /**
   * Names the thread's number as somebody else has found it out, for as long as the thread itself
   * does not say it.
   *
   * @param id the number
   */
  public void guessNativeId(long id) {
    nativeId.guess(id);
  }

  /**
   * The count of tasks begun and ended.
   *
   * @return odd while a task runs
   */
  public long turn() {
    return turn.get();
  }

  /**
   * Since when it has been in this turn.
   *
   * @return as {@code System.nanoTime()}; that of a later turn than {@link #turn()} said before, if
   *     it has gone on meanwhile
   */
  public long turnSince() {
    return turnSince.get();
  }

  /**
   * Has hubs keep the tasks that take long, for {@link #pollLongTask()}.
   *
   * @param nanos from when on
   */
  public static void keepLongTasks(long nanos) {
    longTaskNanos = nanos;
  }

  /**
   * Takes the oldest of the long tasks that have ended.
   *
   * @return null if there is none
   */
  public LongTask pollLongTask() {
    return longTasks.poll();
  }

  /**
   * Whether the loop tells when it waits for work. Otherwise only its stack can say so.
   *
   * @return true when the loop's own waiting is woven
   */
  public boolean loopKnown() {
    return loopKnown;
  }

  /**
   * What the hub is doing at this moment.
   *
   * @return the outermost watched operation, or null
   */
  public Operation operation() {
    return operation;
  }

  /**
   * Since when it has been doing it.
   *
   * @return as {@code System.nanoTime()}
   */
  public long operationSince() {
    return operationSince;
  }

  /**
   * Whom to hand a heartbeat to.
   *
   * @return the executor that this thread serves, or null
   */
  public Executor executor() {
    WeakReference<Executor> reference = executor;
    return reference == null ? null : reference.get();
  }

  /**
   * Names the executor that this thread serves.
   *
   * @param served the executor
   */
  public void serves(Executor served) {
    executor = new WeakReference<>(served);
  }

  void makePermanent() {
    permanent = true;
  }

  boolean isPermanent() {
    return permanent;
  }

  /** Whether what happens now counts: the thread is a hub, and is not waiting for work. */
  boolean counts() {
    return (permanent || cooperative > 0) && idle == 0;
  }

  /** Learns what only the thread itself can learn. */
  void atHome() {
    if (!nativeId.isAsked()) {
      depth++; // What asking takes is not the application's doing.
      try {
        nativeId.ask();
      } finally {
        depth--;
      }
    }
  }

  void enter(Operation entered) {
    if (depth == 0) {
      atHome();
    }
    if (depth++ == 0 && counts()) {
      long now = System.nanoTime();
      operationSince = entered.rule() == Rule.OFF_CPU ? clocks().begin(now) : now;
      operation = entered;
    }
  }

  /** Enters what cannot block this time, so that the exit finds its match. */
  void enterHarmless() {
    depth++;
  }

  void exit() {
    // A thread may have become a hub in between.
    if (depth > 0 && --depth == 0) {
      Operation ended = operation;
      if (ended != null) {
        operation = null;
        depth = 1; // Nothing that noting calls is to be noted.
        try {
          note(ended);
        } finally {
          depth = 0;
        }
      }
    }
  }

  private void note(Operation ended) {
    long since = operationSince;
    long nanos = System.nanoTime() - since;
    boolean blocks =
        switch (ended.rule()) {
          case OCCURRENCE -> true;
          case ELAPSED -> nanos >= Clocks.threshold();
          case OFF_CPU ->
              nanos >= Clocks.threshold() && clocks().offCpu(since) >= Clocks.threshold();
        };
    if (blocks) {
      blocked += nanos;
      Sightings.add(new Sighting(this, ended, since, nanos, StackTaker.frames()));
    }
  }

  private OwnClocks clocks() {
    if (clocks == null) {
      clocks = new OwnClocks();
    }
    return clocks;
  }

  void idleBegins() {
    if (!loopKnown) {
      loopKnown = true; // A volatile write each time the loop waits would be felt.
    }
    depth = 0; // An error thrown from within a hook may have left it wrong.
    if (idle++ == 0) {
      step(2 - (turn.get() & 1));
    }
  }

  void idleEnds() {
    if (idle > 0 && --idle == 0) {
      step(1);
    }
  }

  /** Another task begins within the same turn of the loop. */
  void nextTask() {
    if (idle == 0) {
      depth = 0;
      step(2);
    }
  }

  void loopBegins() {
    atHome();
    loopKnown = true;
  }

  /**
   * Whether the thread was a hub at a time that is past.
   *
   * @param time as {@code System.nanoTime()}
   * @return true also if that is not known any more
   */
  public boolean wasOne(long time) {
    Extents known = extents;
    return permanent || known == null || known.hold(time);
  }

  void cooperativeBegins() {
    cooperative++;
    if (!permanent && cooperative == 1) {
      loopKnown = true;
      if (extents == null) {
        extents = new Extents();
      }
      extents.begin(System.nanoTime());
      step(1 + (turn.get() & 1));
      atHome();
    }
  }

  void cooperativeEnds() {
    cooperative--;
    if (!permanent && cooperative == 0) {
      if (extents != null) {
        extents.end(System.nanoTime());
      }
      step(1);
    }
  }

  /** Makes a thread that is a hub only at times begin outside of any task. */
  void startIdle() {
    turn.lazySet(0);
  }

  // The only writer is this hub's thread, so that a plain addition will do.
  private void step(long by) {
    long now = System.nanoTime();
    long count = turn.get();
    long began = turnSince.get();
    if (now - began >= longTaskNanos && (count & 1) == 1) {
      keep(count, began, now);
    }
    blocked = 0;
    turnSince.lazySet(now);
    turn.lazySet(count + by);
  }

  private void keep(long count, long began, long ended) {
    if (longTasks.size() < MOST_LONG_TASKS) {
      depth++; // What asking takes is not the application's doing.
      try {
        longTasks.add(clocks().task(count, began, ended, blocked));
      } catch (OutOfMemoryError e) {
        Sightings.failed(e);
      } finally {
        depth--;
      }
    }
  }

  @Override
  public String toString() {
    return type + " hub " + thread.getName();
  }
}
