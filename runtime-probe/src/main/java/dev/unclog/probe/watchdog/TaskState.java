package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says of a hub's thread, where it says anything: Linux does. */
final class TaskState {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final int COMM_LENGTH = 15;
  private static final boolean KNOWN = Files.isReadable(TASKS);

  private final Hub hub;
  private long id = Hub.UNKNOWN;
  private TaskFile schedstat;
  private TaskFile stat;

  TaskState(Hub hub) {
    this.hub = hub;
  }

  /** The watchdog's own times. */
  static TaskFile ofCurrentThread() {
    return new TaskFile(Path.of("/proc/thread-self/schedstat"));
  }

  /** What is counted of the thread by now, or null. */
  TaskTimes times() {
    return isKnown() ? TaskTimes.of(schedstat) : null;
  }

  /** Whether the thread runs, or would if it got a processor. */
  boolean isReady() {
    // The second field is the name in brackets, and may hold brackets itself.
    return isKnown() && stat.read() && stat.after(')', 2) == 'R';
  }

  private boolean isKnown() {
    long now = KNOWN ? hub.nativeId() : Hub.UNKNOWN;
    if (now != id) {
      close();
      id = now;
      schedstat = new TaskFile(TASKS.resolve(id + "/schedstat"));
      stat = new TaskFile(TASKS.resolve(id + "/stat"));
    }
    return id > 0;
  }

  void close() {
    if (schedstat != null) {
      schedstat.close();
      stat.close();
    }
  }

  /**
   * Looks for the number of a thread that did nothing yet by which it could have told it: one that
   * was registered while it waited, for example.
   */
  void guess() {
    if (KNOWN && hub.nativeId() == Hub.UNKNOWN) {
      hub.guessNativeId(byName(hub.thread().getName()));
    }
  }

  /** The number of the only thread of that name. */
  private static long byName(String name) {
    String comm = name.length() > COMM_LENGTH ? name.substring(0, COMM_LENGTH) : name;
    long found = Hub.UNKNOWN;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm"), StandardCharsets.UTF_8).trim().equals(comm)) {
          if (found != Hub.UNKNOWN) {
            return Hub.UNKNOWN;
          }
          found = Long.parseLong(task.getFileName().toString());
        }
      }
    } catch (IOException | NumberFormatException e) {
      return Hub.UNKNOWN;
    }
    return found;
  }
}
