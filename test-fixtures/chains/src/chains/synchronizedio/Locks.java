package chains.synchronizedio;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Locks, and the map that locks a bin while it runs a function. */
class Locks {
  private final Map<String, String> concurrent = new ConcurrentHashMap<>();
  private final Map<String, String> quick = new ConcurrentHashMap<>();
  private final Map<String, String> plain = new HashMap<>();

  @Cooperative
  void callsWhatLocks(Store store) throws IOException {
    store.save(); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[]); PossiblyBlockingCall ReentrantLock.lock(); SynchronizedIo Files.writeString(Path,CharSequence,OpenOption[])
  }

  @Cooperative
  void callsWhatUnlocksBefore(Considerate store) throws IOException {
    store.save(); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[])
  }

  @Cooperative
  void computes() {
    concurrent.compute("key", (key, old) -> read(key)); // finds: BlockingCall Files.readString(Path); SynchronizedIo Files.readString(Path)
  }

  @Cooperative
  void computesIfAbsent() {
    concurrent.computeIfAbsent("key", Locks::read); // finds: BlockingCall Files.readString(Path); SynchronizedIo Files.readString(Path)
  }

  @Cooperative // silent
  void computesQuickly() {
    quick.compute("key", (key, old) -> key + old);
  }

  /** What is quick itself waits for what others do in the same map. */
  @Cooperative
  void computesQuicklyBesideOthers() {
    concurrent.compute("key", (key, old) -> key + old); // finds: SynchronizedIo Files.readString(Path)
  }

  /** A map that locks nothing. */
  @Cooperative
  void computesWithoutALock() {
    plain.compute("key", (key, old) -> read(key)); // finds: BlockingCall Files.readString(Path)
  }

  private static String read(String key) {
    try {
      return Files.readString(Path.of(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static class Store {
    private final ReentrantLock lock = new ReentrantLock();

    void save() throws IOException {
      lock.lock();
      try {
        Files.writeString(Path.of("store"), "all");
      } finally {
        lock.unlock();
      }
    }
  }

  static class Considerate {
    private final ReentrantLock lock = new ReentrantLock();
    private int saves;

    void save() throws IOException {
      lock.lock();
      try {
        saves++;
      } finally {
        lock.unlock();
      }
      Files.writeString(Path.of("store"), "all");
    }
  }
}
