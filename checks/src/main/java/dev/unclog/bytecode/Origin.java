package dev.unclog.bytecode;

/**
 * The name by which an object can be told from others, whatever variable holds it: that of a field,
 * or of an object's or a class's own monitor as {@link dev.unclog.call.Lock} has it.
 *
 * @param type the binary name of the class through which the field was read
 * @param name the field's, {@link dev.unclog.call.Lock#THIS} or {@link dev.unclog.call.Lock#CLASS}
 */
record Origin(String type, String name) {
  /** None. */
  static final Origin NONE = new Origin("", "");
}
