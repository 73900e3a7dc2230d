package dev.unclog.probe.agent;

import java.util.Locale;

/** The settings: the same names as agent arguments, system properties and in a file. */
enum Setting {
  /** A file with more settings. */
  SETTINGS(""),
  /** Where to write observations. */
  REPORT(""),
  /** A file of what a compiler found, beside those on the class path. */
  FINDINGS(""),
  /** Threads that are hubs, by name. */
  HUBS(""),
  /** From when on one task is too long. */
  RESOLUTION("100ms"),
  /** From when on waiting counts. */
  THRESHOLD("1ms"),
  /** The kinds that are kept, if others than usual. */
  KINDS(""),
  /** A file that says what not to report. */
  SUPPRESSIONS(""),
  /** Whether what blocks is sensed, or only hubs watched. */
  SENSORS("on"),
  /** Whether the hubs are watched. */
  WATCHDOG("on"),
  /** Whether JFR is used, and whether main waits for it. */
  JFR("background"),
  /** Whether observations go to standard error as well. */
  LOG("off");

  private final String ifAbsent;

  Setting(String ifAbsent) {
    this.ifAbsent = ifAbsent;
  }

  String ifAbsent() {
    return ifAbsent;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
