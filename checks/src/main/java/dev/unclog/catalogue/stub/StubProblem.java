package dev.unclog.catalogue.stub;

/**
 * Something wrong with a stub file, in words for the person who wrote it.
 *
 * @param file the file, as the user would name it
 * @param line counted from 1; 0 if it concerns the file as such
 * @param text what is wrong, and what was probably meant
 */
public record StubProblem(String file, int line, String text) {
  /**
   * The problem as one line of a report.
   *
   * @return {@code file:line: text}
   */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + text : file + ":" + line + ": " + text;
  }
}
