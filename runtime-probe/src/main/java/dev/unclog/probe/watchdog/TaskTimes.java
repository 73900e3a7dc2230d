package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * A thread's time as the operating system counts it, where it does: Linux.
 *
 * @param onCpu nanoseconds on the processor
 * @param ready nanoseconds ready for it while others ran; a wait that goes on is not in it
 */
record TaskTimes(long onCpu, long ready) {
  /** What is counted of a hub's thread by now, or null. */
  static TaskTimes of(Hub hub) {
    long id = TaskState.idOf(hub);
    if (id <= 0) {
      return null;
    }
    try {
      String[] fields =
          Files.readString(TaskState.TASKS.resolve(id + "/schedstat"), StandardCharsets.ISO_8859_1)
              .split(" ", -1);
      long onCpu = Long.parseLong(fields[0]);
      // Some systems have the file, but count nothing.
      return fields.length < 2 || onCpu == 0
          ? null
          : new TaskTimes(onCpu, Long.parseLong(fields[1]));
    } catch (IOException | NumberFormatException e) {
      return null;
    }
  }
}
