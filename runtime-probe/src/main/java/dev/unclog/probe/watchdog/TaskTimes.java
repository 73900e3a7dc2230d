package dev.unclog.probe.watchdog;

/**
 * A thread's time as the operating system counts it, where it does: Linux.
 *
 * @param onCpu nanoseconds on the processor
 * @param ready nanoseconds ready for it while others ran; a wait that goes on is not in it
 */
record TaskTimes(long onCpu, long ready) {
  static final TaskTimes NONE = new TaskTimes(0, 0);

  /** Reads {@code schedstat}; null if it cannot be read, or nothing is counted. */
  static TaskTimes of(TaskFile schedstat) {
    if (!schedstat.read()) {
      return null;
    }
    long onCpu = schedstat.number(0);
    long ready = schedstat.number(1);
    // Some systems have the file, but count nothing.
    return onCpu <= 0 || ready < 0 ? null : new TaskTimes(onCpu, ready);
  }
}
