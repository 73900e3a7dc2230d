package chains.brieflocks.library;

import java.io.File;
import java.util.concurrent.locks.StampedLock;

/** The same, held over a look at the disk. */
public class SlowSection extends StampedLock {
  private final File file = new File("file");
  private int size;

  public void put() {
    long stamp = writeLock();
    try {
      size++;
    } finally {
      unlockWrite(stamp);
    }
  }

  public void ask() {
    long stamp = readLock();
    try {
      size = file.exists() ? 1 : 0;
    } finally {
      unlockRead(stamp);
    }
  }
}
