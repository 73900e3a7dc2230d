package dev.unclog.annotations;

/** How sure it is that a call blocks, and so which check reports it. */
public enum Severity {
  /** It blocks, by what it is for: reported by {@code BlockingCall}, an error by default. */
  ERROR,
  /** It only may block: reported by {@code PossiblyBlockingCall}, a warning by default. */
  WARNING,
  /** Known, and not reported. */
  OFF
}
