package chains.brieflocks.library;

import java.util.concurrent.locks.ReentrantLock;

/** It is the lock itself, and holds it over nothing that blocks. */
public class Segment extends ReentrantLock {
  private int size;

  public void put() {
    lock();
    try {
      size++;
    } finally {
      unlock();
    }
  }
}
