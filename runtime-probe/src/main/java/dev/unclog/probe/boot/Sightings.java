package dev.unclog.probe.boot;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The queue between hubs and the thread that judges: hubs never wait for it. */
public final class Sightings {
  /** How many frames of stacks may wait to be judged: some ten megabytes. */
  private static final int MOST_FRAMES = 200_000;

  /** With how many of them whoever judges is not left to wake up by itself. */
  private static final int MANY_FRAMES = MOST_FRAMES / 8;

  private static final ConcurrentLinkedQueue<Sighting> QUEUE = new ConcurrentLinkedQueue<>();
  private static final AtomicInteger FRAMES = new AtomicInteger();
  private static final AtomicLong LOST = new AtomicLong();
  private static final AtomicLong FAILURES = new AtomicLong();
  private static volatile Throwable lastFailure;
  private static volatile Consumer<Sighting> rehearsal;
  private static volatile Thread taker;

  private Sightings() {}

  static void add(Sighting sighting) {
    if (sighting.hub().isRehearsal()) {
      rehearsal.accept(sighting);
      return;
    }
    int weight = weight(sighting);
    int frames = FRAMES.addAndGet(weight);
    if (frames > MOST_FRAMES) {
      FRAMES.addAndGet(-weight);
      LOST.incrementAndGet();
    } else {
      QUEUE.add(sighting);
    }
    if (frames >= MANY_FRAMES && frames - weight < MANY_FRAMES) {
      LockSupport.unpark(taker);
    }
  }

  /**
   * Has a thread woken when much has come. It looks in now and then by itself as well.
   *
   * @param thread who polls
   */
  public static void wakeForMany(Thread thread) {
    taker = thread;
  }

  /**
   * The next one.
   *
   * @return a sighting, or null
   */
  public static Sighting poll() {
    Sighting sighting = QUEUE.poll();
    if (sighting != null) {
      FRAMES.addAndGet(-weight(sighting));
    }
    return sighting;
  }

  private static int weight(Sighting sighting) {
    return sighting.frames().length + 1;
  }

  /**
   * Leads the sightings of the self-test elsewhere: a rehearsal is nobody's observation.
   *
   * @param taker is given each
   */
  public static void divertRehearsal(Consumer<Sighting> taker) {
    rehearsal = taker;
  }

  /**
   * How many were lost since the last time that this was asked, for want of room.
   *
   * @return the number
   */
  public static long takeLost() {
    return LOST.getAndSet(0);
  }

  /**
   * Notes that something of the probe's own failed, on an application's thread which must not feel
   * it, or for want of memory.
   *
   * @param failure what
   */
  public static void failed(Throwable failure) {
    lastFailure = failure;
    FAILURES.incrementAndGet();
  }

  /**
   * How often the probe failed on an application's thread since the last time that this was asked.
   *
   * @return the number
   */
  public static long takeFailures() {
    return FAILURES.getAndSet(0);
  }

  /**
   * The latest of those failures.
   *
   * @return a failure, or null
   */
  public static Throwable lastFailure() {
    return lastFailure;
  }
}
