package chains.brieflocks.library;

import java.io.File;
import java.util.concurrent.locks.ReentrantLock;

/** One method looks at the disk while it holds the lock; one takes it again. */
public class Ledger {
  private final ReentrantLock lock = new ReentrantLock();
  private final File file = new File("file");
  private int size;

  public void add() {
    lock.lock();
    try {
      size++;
    } finally {
      lock.unlock();
    }
  }

  public void addIfFree() {
    if (lock.tryLock()) {
      try {
        add();
      } finally {
        lock.unlock();
      }
    }
  }

  public void ask() {
    lock.lock();
    try {
      size = file.exists() ? 1 : 0;
    } finally {
      lock.unlock();
    }
  }
}
