package chains.brieflocks.library;

import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Its lock is held over nothing that blocks, though who fails to get it looks at the disk. */
public class Tried {
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
      lock.unlock();
    } else {
      size = file.exists() ? 1 : 0;
    }
  }
}
