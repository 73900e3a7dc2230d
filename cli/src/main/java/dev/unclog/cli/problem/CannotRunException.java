package dev.unclog.cli.problem;

/**
 * Something the user gave cannot be worked with. The message says what and, where there is a way
 * out, which; it is all that the user sees.
 */
public final class CannotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A problem known by itself.
   *
   * @param message a line or more, for the user
   */
  public CannotRunException(String message) {
    super(message);
  }

  /**
   * A problem met while doing something.
   *
   * @param message a line or more, for the user
   * @param cause what was met, for those who look closer
   */
  public CannotRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
