package chains.brieflocks.library;

import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One method looks at the disk while it holds the lock. */
public class SlowlyTried {
  private final ReentrantLock lock = new ReentrantLock();
  private final File file = new File("file");
  private int size;

  public void put() throws InterruptedException {
    if (lock.tryLock(1, TimeUnit.SECONDS)) {
      try {
        size++;
      } finally {
        lock.unlock();
      }
    }
  }

  public void ask() {
    if (lock.tryLock()) {
      try {
        size = file.exists() ? 1 : 0;
      } finally {
        lock.unlock();
      }
    }
  }
}
