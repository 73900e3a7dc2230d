package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says of a thread, where it says anything: Linux does. */
final class TaskState {
  static final Path TASKS = Path.of("/proc/self/task");
  private static final int COMM_LENGTH = 15;
  private static final boolean KNOWN = Files.isReadable(TASKS);

  private TaskState() {}

  /** Loads what reading takes. */
  static void warmUp() {
    if (KNOWN) {
      try {
        Files.readAllBytes(Path.of("/proc/thread-self/stat"));
      } catch (IOException e) {
        // Then it will not work later either, and says so with each state.
      }
    }
  }

  /** A thread's number in the operating system; none where there is none above 0. */
  static long idOf(Hub hub) {
    if (!KNOWN) {
      return Hub.UNKNOWN;
    }
    return hub.nativeId();
  }

  /**
   * Looks for the number of a thread that did nothing yet by which it could have told it: one that
   * was registered while it waited, for example.
   */
  static void guess(Hub hub) {
    if (KNOWN && hub.nativeId() == Hub.UNKNOWN) {
      hub.guessNativeId(byName(hub.thread().getName()));
    }
  }

  /** Whether a thread runs, or would if it got a processor. */
  static boolean isReady(Hub hub) {
    long id = idOf(hub);
    if (id <= 0) {
      return false;
    }
    try {
      byte[] stat = Files.readAllBytes(TASKS.resolve(id + "/stat"));
      // The second field is the name in brackets, and may hold brackets itself.
      int end = new String(stat, StandardCharsets.ISO_8859_1).lastIndexOf(')');
      return end >= 0 && end + 2 < stat.length && stat[end + 2] == 'R';
    } catch (IOException e) {
      return false; // The thread has ended.
    }
  }

  /** The number of the only thread of that name, for one that could not be asked itself. */
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
