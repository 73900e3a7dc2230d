package dev.unclog.call;

/**
 * A lock by its name: two objects of one class are not told apart.
 *
 * @param type the binary name of the class in whose code it is named
 * @param name of the field that holds it; {@link #THIS} or {@link #CLASS} for a monitor of that
 *     class's own; a local variable's name in parentheses
 * @param kind what it is
 */
public record Lock(String type, String name, Kind kind) {
  /** The name of an object's own monitor. */
  public static final String THIS = "this";

  /** The name of the monitor of the class itself. */
  public static final String CLASS = "class";

  /**
   * Whether it is known by a local variable or an expression, and so by no other method.
   *
   * @return true if its name means nothing elsewhere
   */
  public boolean isLocal() {
    return name.startsWith("(");
  }

  // Locks are held against each other for every call: the methods that a record comes with cost too
  // much while cold.
  @Override
  public boolean equals(Object other) {
    return other instanceof Lock lock
        && lock.kind == kind
        && lock.name.equals(name)
        && lock.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode() * 31 + name.hashCode();
  }

  /** Kinds of locks. */
  public enum Kind {
    /** What {@code synchronized} takes. */
    MONITOR,
    /** A {@code java.util.concurrent.locks.Lock}. */
    LOCK,
    /** What a {@code ConcurrentHashMap} holds while it runs a function that it was given. */
    MAP
  }

  /**
   * Taking a lock.
   *
   * @param lock which
   * @param line where; 0 if unknown
   */
  public record Acquisition(Lock lock, int line) {}
}
