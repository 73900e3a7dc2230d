package dev.unclog.cli.loop;

/**
 * What blocked a hub, and the compiler had not found.
 *
 * @param place the application's frame, as in a stack
 * @param blocked what was seen
 * @param silence why the compiler said nothing, as far as that can be told
 */
public record Unpredicted(String place, Blocked blocked, Silence silence) {
  /**
   * Why the compiler said nothing.
   *
   * @param reason which it is
   * @param words for people
   */
  public record Silence(Reason reason, String words) {}

  /** Why the compiler may have said nothing. */
  public enum Reason {
    /** Nothing says that what blocked does so. */
    NOT_IN_CATALOGUE,
    /** Nothing says that the code must not block. */
    UNKNOWN_CONTEXT,
    /** Both are known, and the way from one to the other was not followed. */
    UNRESOLVED
  }
}
