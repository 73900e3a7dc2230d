package dev.unclog.cli.report;

/** Others' text on a terminal. */
final class Terminal {
  private Terminal() {}

  /** Adds a line; what a terminal would obey does not get through. */
  static void line(String words, StringBuilder to) {
    words
        .codePoints()
        .map(c -> Character.isISOControl(c) && c != '\t' ? '?' : c)
        .forEach(to::appendCodePoint);
    to.append('\n');
  }
}
