package dev.unclog.catalogue.index;

/**
 * What reader and writer agree on. An index is
 *
 * <pre>
 * int     magic
 * int     version
 * int     length of the body in bytes
 * int     CRC-32 of the body
 * body:   strings, signatures, verdicts, libraries, meanings, entries, each a count and that many
 * </pre>
 *
 * <p>In the body a number is of variable length, seven bits to a byte, the lowest first, with the
 * high bit on all but the last. A string, a signature (a list of types) and a verdict are each
 * their place in the table that holds them once. A constant of an enum goes by its name, so that
 * the vocabulary may grow at any place. Where there is a choice, as between the sorts of members, a
 * number comes first: its constant below.
 */
final class IndexFormat {
  /** "UNCG". */
  static final int MAGIC = 0x554e4347;

  /** Raised whenever an older reader would misunderstand. */
  static final int VERSION = 4;

  /** Magic, version, length and checksum. */
  static final int HEADER_BYTES = 16;

  static final int MEMBERS_EXACTLY = 0;
  static final int MEMBERS_EVERY_OVERLOAD = 1;
  static final int MEMBERS_MATCHING = 2;
  static final int MEMBERS_WITH_ASYNC_SIBLING = 3;
  static final int MEMBERS_FIELD = 4;
  static final int MEMBERS_WHOLE_TYPE = 5;
  static final int MEMBERS_PACKAGE = 6;

  static final int VERDICT_NONE = 0;
  static final int VERDICT_BLOCKS = 1;
  static final int VERDICT_NEVER_BLOCKS = 2;

  static final int CONDITION_ZERO = 0;
  static final int CONDITION_LITERAL_ADDRESS = 1;
  static final int CONDITION_CHECKED = 2;
  static final int CONDITION_CONFIGURED = 3;
  static final int CONDITION_FROM = 4;

  /** Which of an entry's rarer parts follow, and what is so or not: one bit each. */
  static final int HAS_CONDITIONS = 1;

  static final int HAS_CONTEXT = 1 << 1;
  static final int HAS_PARAMETERS = 1 << 2;
  static final int HAS_EVERY_FUNCTION = 1 << 3;
  static final int HAS_MAKES = 1 << 4;
  static final int HAS_HOP = 1 << 5;
  static final int HAS_VERSIONS = 1 << 6;
  static final int HAS_ON_HUB = 1 << 7;
  static final int IS_NEVER_ENTERED = 1 << 8;
  static final int IS_POSSIBLY = 1 << 9;

  private IndexFormat() {}
}
