package dev.unclog.sarif;

/** A file is no findings file of ours, or not a whole one. */
public final class BadFindingsException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param reason what is wrong, to stand behind the file's name and a colon
   */
  public BadFindingsException(String reason) {
    super(reason);
  }
}
