package dev.unclog.probe.weave;

/**
 * What a method is to call before its body and, in whichever way it ends, after it.
 *
 * @param method the woven method's name
 * @param descriptor its descriptor; null for all methods of that name
 * @param argument what the call before is given
 * @param number given to the call before as well, unless negative
 * @param before the called method's name
 * @param after the name of the method that is called at the end, or null
 */
public record Advice(
    String method, String descriptor, Argument argument, int number, String before, String after) {
  /** What the call before is given. */
  public enum Argument {
    /** Nothing. */
    NONE(""),
    /** The woven method's {@code this}. */
    THIS("Ljava/lang/Object;"),
    /** The woven static method's first argument, a {@code long}. */
    FIRST_LONG_OF_STATIC("J"),
    /** The woven instance method's first argument, a {@code long}. */
    FIRST_LONG("J"),
    /** The woven instance method's second argument, a {@code long} after a reference. */
    SECOND_LONG("J");

    private final String descriptor;

    Argument(String descriptor) {
      this.descriptor = descriptor;
    }
  }

  boolean fits(String name, String signature) {
    return method.equals(name) && (descriptor == null || descriptor.equals(signature));
  }

  String beforeDescriptor() {
    return "(" + argument.descriptor + (number < 0 ? "" : "I") + ")V";
  }
}
