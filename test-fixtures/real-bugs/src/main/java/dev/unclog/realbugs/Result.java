package dev.unclog.realbugs;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a bug.
 *
 * @param bug the bug
 * @param unmarked in the buggy version with nothing marked; asked only where it was found marked
 * @param buggy in the buggy version; empty if there was nothing to ask
 * @param fixed in the fixed version; empty if there was nothing to ask
 * @param time how long it took
 */
record Result(
    Bug bug,
    Optional<Answer> unmarked,
    Optional<Answer> buggy,
    Optional<Answer> fixed,
    Duration time) {
  /** A bug that was not linted. */
  static Result none(Bug bug) {
    return new Result(bug, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  /** Whether it counts: there were two versions, and one could say where to look. */
  boolean isJudged() {
    return buggy.isPresent() && fixed.isPresent();
  }

  boolean isFound() {
    return buggy.filter(answer -> answer.is(Answer.Kind.FOUND)).isPresent();
  }

  boolean isFoundUnmarked() {
    return unmarked.filter(answer -> answer.is(Answer.Kind.FOUND)).isPresent();
  }

  /** Whether the repair can be asked about: it is one, and the linter could look at it. */
  boolean isFixSeen() {
    return bug.trueFix()
        && fixed
            .filter(answer -> answer.is(Answer.Kind.FOUND) || answer.is(Answer.Kind.NOT_FOUND))
            .isPresent();
  }

  boolean isFlaggedAfterFix() {
    return isFixSeen() && fixed.get().is(Answer.Kind.FOUND);
  }

  /** The buggy version, in words. */
  String buggyInWords() {
    if (buggy.isEmpty()) {
      return bug.isPublished() ? "not asked: " + bug.remark() : "not published";
    }
    String because = buggy.get().because();
    return switch (buggy.get().kind()) {
      case FOUND -> (isFoundUnmarked() ? "found" : "found with a mark") + ", " + because;
      case NOT_FOUND, LEFT_OUT -> "not: " + because;
      case FAILED -> "could not run: " + because;
    };
  }

  /** The fixed version, in words. */
  String fixedInWords() {
    if (fixed.isEmpty()) {
      return "-";
    }
    String because = fixed.get().because();
    String words =
        switch (fixed.get().kind()) {
          case FOUND -> "flagged, " + because;
          case NOT_FOUND -> "silent";
          case LEFT_OUT -> "not looked at: " + because;
          case FAILED -> "could not run: " + because;
        };
    return bug.trueFix() ? words : "no true fix (" + words + ")";
  }
}
