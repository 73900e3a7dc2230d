package dev.unclog.catalogue.index;

/** An index that cannot be read. The message says why, and what to do. */
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * The one reason there is, in words for whoever runs a compiler.
   *
   * @param message why, and what to do
   */
  public IndexException(String message) {
    super(message);
  }
}
