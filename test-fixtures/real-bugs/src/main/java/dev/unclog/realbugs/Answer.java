package dev.unclog.realbugs;

/**
 * Whether the linter showed a bug in one version.
 *
 * @param kind what came of it
 * @param because where it was found, or why it was not; may be empty
 */
record Answer(Kind kind, String because) {
  /** What can come of linting one version. */
  enum Kind {
    /** A finding begins in the context and ends in the call that blocks. */
    FOUND,
    /** The context was looked at, and there is no such finding. */
    NOT_FOUND,
    /** The context's own source was left out: it does not compile by itself. */
    LEFT_OUT,
    /** The linter could not run. */
    FAILED
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
