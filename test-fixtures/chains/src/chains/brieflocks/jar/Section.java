package chains.brieflocks.library;

import java.util.concurrent.locks.StampedLock;

/** A lock that goes by stamps. */
public class Section extends StampedLock {
  private int size;

  public void put() {
    long stamp = writeLock();
    try {
      size++;
    } finally {
      unlockWrite(stamp);
    }
  }
}
