package dev.unclog.bytecode;

/** Says that bytes are no class file, or none that can be understood. */
public final class UnreadableClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableClassException(String message) {
    super(message);
  }

  UnreadableClassException(String message, Throwable cause) {
    super(message, cause);
  }
}
