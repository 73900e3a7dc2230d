package chains.pinning;

import dev.unclog.annotations.Cooperative;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A virtual thread may block, but until JDK 23 not in a monitor: there, work that only may block
 * matters too.
 */
class Monitors {
  private final File sent = new File("sent");
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private final ReentrantLock lock = new ReentrantLock();
  private final Object filled = new Object();

  synchronized boolean asksInAMonitor() { // finds: SynchronizedIo File.exists()
    return sent.exists();
  }

  boolean asksInAMonitorFurtherDown() {
    return askInAMonitor(); // finds: SynchronizedIo File.exists()
  }

  private synchronized boolean askInAMonitor() {
    return sent.exists();
  }

  /** Another lock keeps no carrier; that it may be waited for is said of it, and no more. */
  boolean asksInALock() {
    lock.lock(); // finds: PossiblyBlockingCall ReentrantLock.lock()
    try {
      return sent.exists();
    } finally {
      lock.unlock();
    }
  }

  boolean asksInNoMonitor() { // silent
    return sent.exists();
  }

  void fillsABufferInAMonitor(byte[] bytes) { // silent
    synchronized (filled) {
      buffer.writeBytes(bytes);
    }
  }

  /** Who shares a thread hears of what only may block where it is called, and of no lock. */
  @Cooperative // silent
  void takesTheMonitor() {
    size();
  }

  private synchronized int size() {
    return 0;
  }
}
