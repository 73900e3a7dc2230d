package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Operation;
import java.util.function.LongUnaryOperator;

/**
 * What a hub's thread was found doing at each look within one window, and the verdict.
 *
 * <p>Blocked is a thread that the JVM calls blocked or waiting, or that the operating system found
 * asleep in most looks, if it is in a native method, or used no processor (a thread that waits for
 * another to initialise a class is runnable to the JVM, with a Java frame on top). What is starved
 * is ready to run and not asleep, so that a busy machine makes no blocked hub.
 */
final class Samples {
  /**
   * Where the operating system cannot be asked: a native call that used no more than this waits.
   */
  private static final long NO_CPU_NANOS = 20_000;

  /** Asleep in Java code, and on the processor for less than this part of the window: waits. */
  private static final int HARDLY_ANY = 50;

  private final LongUnaryOperator cpuOf;
  private int looks;
  private int waiting;
  private int atMonitor;
  private int sensed;
  private Operation operation;
  private int asleep;
  private int told;
  private long cpuBefore;
  private long begin;

  /** Creates it, with a clock that tells a thread's time on the processor by its number. */
  Samples(LongUnaryOperator cpuOf) {
    this.cpuOf = cpuOf;
  }

  void clear() {
    looks = 0;
    waiting = 0;
    atMonitor = 0;
    sensed = 0;
    operation = null;
    asleep = 0;
    told = 0;
  }

  /** What most looks found it in, or null: a monitor, or what a sensor saw begin. */
  Operation operation() {
    if (atMonitor * 2 > looks) {
      return Operation.MONITOR;
    }
    return sensed * 2 > looks ? operation : null;
  }

  void look(Hub hub, long time) {
    if (looks++ == 0) {
      begin = time;
      cpuBefore = cpuOf.applyAsLong(threadId(hub));
    }
    Operation now = hub.operation();
    if (now != null) {
      operation = now;
      sensed++;
    }
    switch (hub.thread().getState()) {
      case BLOCKED -> {
        waiting++;
        atMonitor++;
      }
      case WAITING, TIMED_WAITING -> waiting++;
      default -> {
        char state = TaskState.of(hub);
        if (state != 0) {
          told++;
          if (state == 'S' || state == 'D') {
            asleep++;
          }
        }
      }
    }
  }

  Verdict verdict(Hub hub, boolean nativeOnTop, long now) {
    if (waiting * 2 > looks) {
      return Verdict.BLOCKED;
    }
    long before = cpuBefore;
    long cpu = cpuOf.applyAsLong(threadId(hub)) - before;
    boolean cpuKnown = before >= 0 && cpu >= 0;
    int runnable = looks - waiting;
    if (told * 2 > runnable) {
      boolean mostlyAsleep = (waiting + asleep) * 2 > looks;
      boolean idleInJava = cpuKnown && cpu * HARDLY_ANY < now - begin;
      return mostlyAsleep && (nativeOnTop || idleInJava) ? Verdict.BLOCKED : Verdict.BUSY;
    }
    return nativeOnTop && cpuKnown && cpu < NO_CPU_NANOS
        ? Verdict.PROBABLY_BLOCKED
        : Verdict.PROBABLY_BUSY;
  }

  // Thread.threadId() came with JDK 19.
  @SuppressWarnings("deprecation")
  private static long threadId(Hub hub) {
    return hub.thread().getId();
  }

  /** What a hub that hangs is. */
  enum Verdict {
    /** It waits. */
    BLOCKED,
    /** It computes. */
    BUSY,
    /** It waits, as far as the JVM alone can tell. */
    PROBABLY_BLOCKED,
    /** It computes, as far as the JVM alone can tell. */
    PROBABLY_BUSY;

    boolean blocked() {
      return this == BLOCKED || this == PROBABLY_BLOCKED;
    }

    boolean sure() {
      return this == BLOCKED || this == BUSY;
    }
  }
}
