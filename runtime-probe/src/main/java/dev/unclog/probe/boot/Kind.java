package dev.unclog.probe.boot;

import java.util.Locale;

/**
 * What a blocked thread waits for: the same words as {@code BlockingKind} of the annotations, which
 * cannot be used here since this package must stand alone. A test keeps the two in step.
 */
public enum Kind {
  /** Another thread: sleeping, joining, a future, a queue, a latch. */
  WAIT,
  /** A peer on the network. */
  NETWORK,
  /** A name server, or a file in its place. */
  NAME_RESOLUTION,
  /** A file system: opening, reading, writing, metadata. */
  FILE,
  /** Another process. */
  PROCESS,
  /** A database. */
  DATABASE,
  /** A selector that waits for readiness. */
  SELECTOR,
  /** A lock, a monitor, the initialisation of a class by another thread. */
  LOCK,
  /** Code outside the JVM. */
  NATIVE,
  /** Whatever stands at the other end of a stream: standard input. */
  STREAM,
  /** The processor. */
  COMPUTATION,
  /** A log appender. Off unless asked for. */
  LOGGING,
  /** The operating system's source of random numbers. Off unless asked for. */
  ENTROPY,
  /** The class path: loading classes and resources. Off unless asked for. */
  CLASS_LOADING;

  /**
   * The kind's name in settings and reports.
   *
   * @return lower case, words joined by hyphens
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether observations of this kind are kept unless settings say otherwise.
   *
   * @return false for what nearly all code does and nearly nobody repairs
   */
  public boolean onByDefault() {
    return this != LOGGING && this != ENTROPY && this != CLASS_LOADING && this != COMPUTATION;
  }
}
