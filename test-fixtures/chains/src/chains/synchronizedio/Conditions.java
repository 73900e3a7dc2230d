package chains.synchronizedio;

import dev.unclog.annotations.Cooperative;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Awaiting a condition lets go of its lock. */
class Conditions {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock helped = new ReentrantLock();
  private final Condition helpedChange = helped.newCondition();
  private final Object monitor = new Object();
  private final Object asleep = new Object();
  private boolean ready;

  /** On a worker. */
  void awaitReady() throws InterruptedException {
    lock.lock();
    try {
      while (!ready) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Cooperative // silent
  void signals() {
    lock.lock();
    try {
      ready = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** So it does in another method, whatever that calls it. */
  void awaitElsewhere() throws InterruptedException {
    helped.lock();
    try {
      await(helpedChange);
    } finally {
      helped.unlock();
    }
  }

  private static void await(Condition condition) throws InterruptedException {
    condition.await();
  }

  @Cooperative // silent
  void signalsElsewhere() {
    helped.lock();
    try {
      helpedChange.signalAll();
    } finally {
      helped.unlock();
    }
  }

  /** And so does waiting at a monitor. */
  void waitElsewhere() throws InterruptedException {
    synchronized (monitor) {
      await(monitor);
    }
  }

  private static void await(Object held) throws InterruptedException {
    held.wait();
  }

  @Cooperative // silent
  void notifiesElsewhere() {
    synchronized (monitor) {
      monitor.notifyAll();
    }
  }

  /** Sleeping lets go of nothing. */
  void sleepElsewhere() throws InterruptedException {
    synchronized (asleep) {
      sleep();
    }
  }

  private static void sleep() throws InterruptedException {
    Thread.sleep(10);
  }

  @Cooperative
  void wakes() {
    synchronized (asleep) { // finds: SynchronizedIo Thread.sleep(long)
      asleep.notifyAll();
    }
  }

  @Cooperative // silent
  void signalsIfFree() {
    if (lock.tryLock()) {
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
