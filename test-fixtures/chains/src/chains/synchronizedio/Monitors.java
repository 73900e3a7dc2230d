package chains.synchronizedio;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Monitors that are held over I/O, by cooperative code itself or by what it calls. */
class Monitors {
  private final Object lock = new Object();
  private String text = "";

  @Cooperative
  void readsInABlock(Path path) throws IOException {
    synchronized (lock) { // finds: SynchronizedIo Files.readString(Path)
      text = Files.readString(path); // finds: BlockingCall Files.readString(Path)
    }
  }

  @Cooperative // silent
  void countsInABlock() {
    Object own = new Object();
    synchronized (own) {
      text.length();
    }
  }

  /** What blocks is done before. */
  @Cooperative
  void readsBeforeABlock(Path path) throws IOException {
    String read = Files.readString(path); // finds: BlockingCall Files.readString(Path)
    synchronized (read) {
      read.length();
    }
  }

  @Cooperative
  void callsASynchronizedMethod(Log log) throws IOException {
    log.append("line"); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[]); SynchronizedIo Files.writeString(Path,CharSequence,OpenOption[])
  }

  @Cooperative // silent
  void callsASynchronizedMethodThatIsQuick(Counter counter) {
    counter.next();
  }

  @Cooperative
  void callsAStaticSynchronizedMethod() throws IOException {
    Registry.save(); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[]); SynchronizedIo Files.writeString(Path,CharSequence,OpenOption[])
  }

  static class Log {
    private int lines;

    synchronized void append(String line) throws IOException {
      lines++;
      write(line);
    }

    private static void write(String line) throws IOException {
      Files.writeString(Path.of("log"), line);
    }
  }

  static class Counter {
    private int last;

    synchronized int next() {
      return ++last;
    }
  }

  static class Registry {
    static synchronized void save() throws IOException {
      Files.writeString(Path.of("registry"), "all");
    }
  }

  static class Root {
    @Cooperative
    synchronized void save(Path path) throws IOException { // finds: SynchronizedIo Files.writeString(Path,CharSequence,OpenOption[])
      Files.writeString(path, "all"); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[])
    }
  }
}
