package dev.unclog.probed;

import static dev.unclog.probed.Matrix.WHILE_MILLIS;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** What another thread holds. */
final class Locking {
  private static final String LOCK = "lock";

  private Locking() {}

  static List<Case> cases() {
    ReentrantLock reentrant = new ReentrantLock();
    ReentrantLock timed = new ReentrantLock();
    ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
    StampedLock stamped = new StampedLock();
    ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>();
    Monitor monitor = new Monitor();
    return List.of(
        Case.prepared("synchronized block", LOCK, () -> contended(monitor::hold, monitor::block)),
        Case.prepared("synchronized method", LOCK, () -> contended(monitor::hold, monitor::method)),
        Case.prepared("class initialisation", LOCK, () -> contended(Slow::touch, Slow::touch)),
        Case.prepared(
            "ReentrantLock.lock",
            LOCK,
            () -> contended(held -> hold(reentrant, held), reentrant::lock)),
        Case.prepared(
            "ReentrantLock.tryLock, timed",
            LOCK,
            () -> contended(held -> hold(timed, held), () -> timed.tryLock(1, TimeUnit.SECONDS))),
        Case.prepared(
            "ReadWriteLock.writeLock",
            LOCK,
            () -> contended(held -> hold(readWrite.readLock(), held), readWrite.writeLock()::lock)),
        Case.prepared(
            "StampedLock.writeLock",
            LOCK,
            () -> contended(held -> hold(stamped.asReadLock(), held), stamped::writeLock)),
        Case.prepared(
            "ConcurrentHashMap.computeIfAbsent",
            LOCK,
            () ->
                contended(
                    held -> map.computeIfAbsent("key", key -> computed(held)),
                    () -> map.computeIfAbsent("key", key -> "mine"))));
  }

  /** Holds something, and says when it does. */
  private interface Holder {
    void hold(CountDownLatch held) throws Exception;
  }

  private static Case.Act contended(Holder holder, Case.Act act) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    Callable<Void> whole =
        () -> {
          holder.hold(held);
          return null;
        };
    Matrix.daemon(
            () -> {
              try {
                whole.call();
              } catch (Exception e) {
                System.out.println("failed to hold: " + e);
              }
            },
            "holder")
        .start();
    held.await();
    return act;
  }

  private static void linger(CountDownLatch held) {
    held.countDown();
    try {
      // Longer than others: JFR has a threshold, and only this and JFR see some of these.
      Thread.sleep(5L * WHILE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hold(Lock lock, CountDownLatch held) {
    lock.lock();
    try {
      linger(held);
    } finally {
      lock.unlock();
    }
  }

  private static String computed(CountDownLatch held) {
    linger(held);
    return "theirs";
  }

  /** A monitor. */
  private static final class Monitor {
    private int entered;

    synchronized void hold(CountDownLatch held) {
      linger(held);
    }

    void block() {
      synchronized (this) {
        entered++;
      }
    }

    synchronized void method() {
      entered++;
    }
  }

  /** A class whose initialisation takes its time. */
  private static final class Slow {
    private static CountDownLatch initialising;

    static void touch(CountDownLatch held) {
      initialising = held;
      Initialised.touch();
    }

    static void touch() {
      Initialised.touch();
    }

    private static final class Initialised {
      static {
        linger(initialising);
      }

      static void touch() {}
    }
  }
}
