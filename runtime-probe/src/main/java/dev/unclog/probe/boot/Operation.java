package dev.unclog.probe.boot;

/** An operation of the JDK that is watched, what it waits for, and when it counts. */
public enum Operation {
  /** {@code Thread.sleep} in all its forms. */
  SLEEP(Kind.WAIT, Rule.ELAPSED),
  /** Parking: what all of {@code java.util.concurrent} does when it waits. */
  PARK(Kind.WAIT, Rule.OFF_CPU),
  /** {@code Object.wait}. */
  OBJECT_WAIT(Kind.WAIT, Rule.OFF_CPU),
  /** {@code Thread.join}. */
  JOIN(Kind.WAIT, Rule.OFF_CPU),
  /** A pipe between threads. */
  PIPED_STREAM(Kind.WAIT, Rule.OFF_CPU),
  /** {@code synchronized}, when another thread holds the monitor. */
  MONITOR(Kind.LOCK, Rule.OFF_CPU),
  /** Another thread initialises the class. */
  CLASS_INITIALIZATION(Kind.LOCK, Rule.OFF_CPU),
  /** A connection made while the thread waits for it. */
  CONNECT(Kind.NETWORK, Rule.OCCURRENCE),
  /** A connection awaited. */
  ACCEPT(Kind.NETWORK, Rule.OCCURRENCE),
  /** A socket read in blocking mode. */
  SOCKET_READ(Kind.NETWORK, Rule.OCCURRENCE),
  /** A socket written in blocking mode: it waits only when its buffer is full. */
  SOCKET_WRITE(Kind.NETWORK, Rule.OFF_CPU),
  /** A datagram awaited. */
  RECEIVE(Kind.NETWORK, Rule.OCCURRENCE),
  /** A host asked whether it answers. */
  REACHABILITY(Kind.NETWORK, Rule.OCCURRENCE),
  /** A pipe of the operating system read in blocking mode. */
  PIPE_READ(Kind.WAIT, Rule.OFF_CPU),
  /** A pipe of the operating system written in blocking mode. */
  PIPE_WRITE(Kind.WAIT, Rule.OFF_CPU),
  /** A name or an address looked up; what a cache answers never gets here. */
  LOOKUP(Kind.NAME_RESOLUTION, Rule.OCCURRENCE),
  /** A file opened. */
  FILE_OPEN(Kind.FILE, Rule.OCCURRENCE),
  /** A file read: what the page cache answers does not take the thread off the processor. */
  FILE_READ(Kind.FILE, Rule.OFF_CPU),
  /** A file written. */
  FILE_WRITE(Kind.FILE, Rule.OFF_CPU),
  /** A file forced to its device. */
  FILE_FORCE(Kind.FILE, Rule.OCCURRENCE),
  /** A file lock awaited. */
  FILE_LOCK(Kind.FILE, Rule.OFF_CPU),
  /** A file's or a folder's metadata read or changed. */
  FILE_METADATA(Kind.FILE, Rule.OCCURRENCE),
  /** A selector that waits. */
  SELECT(Kind.SELECTOR, Rule.OFF_CPU),
  /** A process started. */
  PROCESS_START(Kind.PROCESS, Rule.OCCURRENCE),
  /** A process awaited. */
  PROCESS_WAIT(Kind.PROCESS, Rule.OFF_CPU),
  /** A process's output read. */
  PROCESS_READ(Kind.PROCESS, Rule.OFF_CPU),
  /** Standard input read. */
  STANDARD_INPUT(Kind.STREAM, Rule.OFF_CPU),
  /** A call that left the JVM, and waits there. */
  NATIVE_CALL(Kind.NATIVE, Rule.OFF_CPU);

  private static final Operation[] ALL = values();

  private final Kind kind;
  private final Rule rule;

  Operation(Kind kind, Rule rule) {
    this.kind = kind;
    this.rule = rule;
  }

  /**
   * What it waits for.
   *
   * @return the kind, which where it happened may narrow
   */
  public Kind kind() {
    return kind;
  }

  /**
   * When it counts.
   *
   * @return the rule
   */
  public Rule rule() {
    return rule;
  }

  /**
   * The operation's name in reports.
   *
   * @return lower case, words joined by hyphens
   */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The operation that woven code names by its number. */
  static Operation numbered(int number) {
    return ALL[number];
  }
}
