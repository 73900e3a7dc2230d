package chains.synchronizedio;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Cooperative code that does no more than take a lock waits for the I/O of a worker that holds it.
 */
class Acquired {
  private final Object written = new Object();
  private final Object counted = new Object();
  private final Object signalled = new Object();
  private int size;
  private boolean ready;

  /** On a worker. */
  void write(Path path) throws IOException {
    synchronized (written) {
      size = Files.readAllBytes(path).length;
    }
  }

  @Cooperative
  int takesWhatAWorkerHolds() {
    synchronized (written) { // finds: SynchronizedIo Files.readAllBytes(Path)
      return size;
    }
  }

  @Cooperative
  int takesItInAHelper() {
    return size(); // finds: SynchronizedIo Files.readAllBytes(Path)
  }

  private int size() {
    synchronized (written) {
      return size;
    }
  }

  /** Held by a worker too, but briefly. */
  void count() {
    synchronized (counted) {
      size++;
    }
  }

  @Cooperative // silent
  int takesWhatAWorkerHoldsBriefly() {
    synchronized (counted) {
      return size;
    }
  }

  /** Who waits for a monitor to be notified lets go of it. */
  void awaitReady() throws InterruptedException {
    synchronized (signalled) {
      while (!ready) {
        signalled.wait();
      }
    }
  }

  @Cooperative // silent
  void signals() {
    synchronized (signalled) {
      ready = true;
      signalled.notifyAll();
    }
  }

  /** A worker's synchronized method, and another of the same object. */
  static class Journal {
    private String last = "";

    synchronized void load(Path path) throws IOException {
      last = Files.readString(path);
    }

    synchronized String last() {
      return last;
    }
  }

  @Cooperative
  String asksAJournal(Journal journal) {
    return journal.last(); // finds: SynchronizedIo Files.readString(Path)
  }

  /** The same with a lock that is no monitor, and with a map's. */
  static class Shared {
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock brief = new ReentrantLock();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private String last = "";

    void load(Path path) throws IOException {
      lock.lock();
      try {
        last = Files.readString(path);
      } finally {
        lock.unlock();
      }
    }

    void rename(String name) {
      brief.lock();
      try {
        last = name;
      } finally {
        brief.unlock();
      }
    }

    void loadPage(String page) {
      pages.computeIfAbsent(page, Shared::read);
    }

    private static String read(String page) {
      try {
        return Files.readString(Path.of(page));
      } catch (IOException e) {
        return "";
      }
    }

    @Cooperative
    String takesTheLock() {
      lock.lock(); // finds: PossiblyBlockingCall ReentrantLock.lock(); SynchronizedIo Files.readString(Path)
      try {
        return last;
      } finally {
        lock.unlock();
      }
    }

    /** It does not wait for it. */
    @Cooperative // silent
    String takesTheLockIfItIsFree() {
      if (!lock.tryLock()) {
        return "";
      }
      try {
        return last;
      } finally {
        lock.unlock();
      }
    }

    @Cooperative // silent
    String takesTheBriefOne() {
      brief.lock();
      try {
        return last;
      } finally {
        brief.unlock();
      }
    }

    @Cooperative
    void computesInTheSameMap() {
      pages.compute("page", (page, old) -> page); // finds: SynchronizedIo Files.readString(Path)
    }

    @Cooperative // silent
    String looksIntoTheSameMap() {
      return pages.get("page");
    }
  }

  /** Nobody else has an object while it is made. */
  static class Made {
    private static final Object ALL = new Object();
    private final Object lock = new Object();
    private int size;

    Made(Path path) throws IOException {
      synchronized (lock) {
        size = Files.readAllBytes(path).length;
      }
      synchronized (ALL) {
        size += Files.readAllBytes(path).length;
      }
    }

    @Cooperative // silent
    int takesWhatItsConstructorHeld() {
      synchronized (lock) {
        return size;
      }
    }

    @Cooperative
    int takesWhatAnotherConstructorHolds() {
      synchronized (ALL) { // finds: SynchronizedIo Files.readAllBytes(Path)
        return size;
      }
    }
  }

  /** It lets go of one, and holds the other while it waits. */
  static class Nested {
    private final Object outer = new Object();
    private final Object inner = new Object();

    void awaitInner() throws InterruptedException {
      synchronized (outer) {
        synchronized (inner) {
          inner.wait();
        }
      }
    }

    @Cooperative
    void takesTheOuter() {
      synchronized (outer) { // finds: SynchronizedIo Object.wait()
        outer.notifyAll();
      }
    }

    @Cooperative // silent
    void takesTheInner() {
      synchronized (inner) {
        inner.notifyAll();
      }
    }
  }
}
