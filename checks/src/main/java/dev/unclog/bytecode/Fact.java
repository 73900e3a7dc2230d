package dev.unclog.bytecode;

/**
 * Something done to what a place holds.
 *
 * @param place which
 * @param method the simple name of the method called
 * @param text the call as it would be written: {@code isDone()}, {@code configureBlocking(false)}
 */
record Fact(Place place, String method, String text) {
  /** Nothing. */
  static final Fact NONE = new Fact(Place.NONE, "", "");
}
