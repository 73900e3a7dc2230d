package chains.brieflocks.library;

import java.io.File;
import java.util.concurrent.locks.ReentrantLock;

/** One method holds its lock over a look at the disk. */
public class Table {
  private final ReentrantLock lock = new ReentrantLock();
  private final File file = new File("file");
  private int size;

  public void put() {
    lock.lock();
    try {
      size++;
    } finally {
      lock.unlock();
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
