package chains.brieflocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/** Of ways of one length the one is told of which more is known. */
class Alternatives {
  interface Store {
    void drop();
  }

  /** Others may have its lock, and who that is nobody knows. */
  static class Shared implements Store {
    protected final ReentrantLock lock = new ReentrantLock();
    private int size;

    @Override
    public void drop() {
      lock.lock();
      size++;
      lock.unlock();
    }
  }

  static class Written implements Store {
    private final ReentrantLock lock = new ReentrantLock();
    private int size;

    @Override
    public void drop() {
      lock.lock();
      size++;
      lock.unlock();
    }

    /** On a worker. */
    void write() throws IOException {
      lock.lock();
      try {
        Files.readString(Path.of("a"));
      } finally {
        lock.unlock();
      }
    }
  }

  void dropsLater(CompletableFuture<String> sometime, Store store) {
    sometime.thenAccept(text -> store.drop()); // finds: PossiblyBlockingCall ReentrantLock.lock(); SynchronizedIo Files.readString(Path)
  }

  void dropsSharedLater(CompletableFuture<String> sometime, Shared store) { // silent
    sometime.thenAccept(text -> store.drop());
  }
}
