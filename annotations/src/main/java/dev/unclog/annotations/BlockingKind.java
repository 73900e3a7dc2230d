package dev.unclog.annotations;

/** What a blocked thread waits for. Each kind can be switched on and off by its {@link #word()}. */
public enum BlockingKind {
  /** Another thread: sleeping, joining, a future, a queue, a latch. */
  WAIT,
  /** A peer on the network. */
  NETWORK,
  /** A name server, or a file in its place: forward and reverse look-ups. */
  NAME_RESOLUTION,
  /** A file system: opening, reading, writing, metadata. */
  FILE,
  /** Another process: starting it, waiting for its end, its output. */
  PROCESS,
  /** A database, or the pool of connections to it. */
  DATABASE,
  /** A selector that waits for readiness: the loop's own work, and nobody else's. */
  SELECTOR,
  /** A lock, a monitor, or a resource pool used as one. */
  LOCK,
  /** Code outside the JVM, which cannot yield and cannot be looked into. */
  NATIVE,
  /** Whatever stands at the other end of a stream whose origin is not in sight. */
  STREAM,
  /** The processor: work so long that the thread is as good as blocked. Off unless asked for. */
  COMPUTATION,
  /** A log appender. Off unless asked for. */
  LOGGING,
  /** The operating system's source of random numbers. Off unless asked for. */
  ENTROPY,
  /** The class path: loading and initialising classes, reading resources. Off unless asked for. */
  CLASS_LOADING;

  /**
   * The kind's name in options, messages and reports.
   *
   * @return lower case, words joined by hyphens: {@code name-resolution}
   */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether findings of this kind are reported unless switched off.
   *
   * @return false for what nearly all code does and nearly nobody repairs
   */
  public boolean onByDefault() {
    return this != COMPUTATION && this != LOGGING && this != ENTROPY && this != CLASS_LOADING;
  }
}
