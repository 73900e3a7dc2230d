package dev.unclog.store;

/**
 * What readers and writers agree on. A file of facts is
 *
 * <pre>
 * int     mark: {@link Sealed#FACTS}
 * int     version
 * int     which names the facts were read for: {@link FactsFile#namesOf}
 * body:   units, in the order of their names, each with its outermost class, its classes, and the
 *         length of its bodies; then the bodies of all units
 * int     CRC-32 of all that stands before
 * </pre>
 *
 * <p>In the body a number is of variable length, seven bits to a byte, the lowest first, with the
 * high bit on all but the last. A text is its length and its characters, each such a number. A
 * unit's bodies begin with the texts in them, each once; wherever a text is meant its place in that
 * table stands. A constant of an enum goes by its name. Where there is a choice between sorts of
 * values a number comes first: its constant below.
 *
 * <p>Each unit has a table of its own, so that one can be read without the others, and a unit that
 * was not compiled again is copied as it is.
 */
final class FactsFormat {
  /** Raised whenever an older reader would misunderstand. */
  static final int VERSION = 8;

  /** Values within values are not written any deeper: they are unknown from there on. */
  static final int DEEPEST_VALUE = 24;

  static final int VALUE_UNKNOWN = 0;
  static final int VALUE_NULL = 1;
  static final int VALUE_ZERO = 2;
  static final int VALUE_CONSTANT = 3;
  static final int VALUE_PARAMETER = 4;
  static final int VALUE_FUNCTION = 5;
  static final int VALUE_RESULT = 6;
  static final int VALUE_NOT = 7;
  static final int VALUE_MADE = 8;
  static final int VALUE_ONE_OF = 9;
  static final int VALUE_THIS = 10;
  static final int VALUE_FLAG = 11;
  static final int VALUE_IS_SET = 12;
  static final int VALUE_EQUALS = 13;
  static final int VALUE_NAMED = 14;
  static final int VALUE_HELD = 15;

  static final int IS_INTERFACE = 1;
  static final int IS_ABSTRACT = 1 << 1;
  static final int IS_FINAL = 1 << 2;

  private FactsFormat() {}
}
