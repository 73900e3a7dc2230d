package dev.unclog.cli.loop;

import java.util.Locale;

/** What makes a report fail. */
public enum FailOn {
  /** Nothing. */
  NEVER,
  /** A finding that blocked a hub, known before or not. */
  CONFIRMED,
  /** A finding that is not in the baseline. */
  NEW,
  /** A finding that is an error, and not in the baseline. */
  ERROR,
  /** Something that blocked a hub without a finding. */
  UNPREDICTED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
