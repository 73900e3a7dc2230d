package chains.synchronizedio;

import dev.unclog.annotations.Cooperative;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Awaiting a condition lets go of its lock. */
class Conditions {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
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
