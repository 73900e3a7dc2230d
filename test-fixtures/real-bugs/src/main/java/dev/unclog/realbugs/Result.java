package dev.unclog.realbugs;

import java.time.Duration;

/**
 * What came of a bug.
 *
 * @param bug the bug
 * @param marked with its context marked
 * @param unmarked with nothing marked and no stub for it; the fixed version only if that was wanted
 * @param time how long it took
 */
record Result(Bug bug, Versions marked, Versions unmarked, Duration time) {
  /** A bug that was not linted. */
  static Result none(Bug bug) {
    return new Result(bug, Versions.none(bug), Versions.none(bug), Duration.ZERO);
  }

  /** Whether it counts: there were two versions, and one could say where to look. */
  boolean isJudged() {
    return marked.areAsked();
  }

  /** The buggy version, in words. */
  String buggyInWords() {
    return marked.buggyInWords(unmarked.isFound() ? "found" : "found with a mark");
  }

  /** Both versions with nothing marked, in words. */
  String unmarkedInWords() {
    return unmarked.buggyInWords("found") + " | after the fix: " + unmarked.fixedInWords();
  }
}
