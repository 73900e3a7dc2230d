package dev.unclog.probe.agent;

import java.io.Serial;

/** A setting that cannot be meant; its message is for the user. */
final class SettingsException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  SettingsException(String message) {
    super(message);
  }
}
