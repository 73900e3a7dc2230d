package dev.unclog.store;

import java.io.IOException;

/** Bytes that should be facts and are not, or not such as this version of Unclog reads. */
public final class BadFactsException extends IOException {
  private static final long serialVersionUID = 1L;

  BadFactsException(String message) {
    super(message);
  }
}
