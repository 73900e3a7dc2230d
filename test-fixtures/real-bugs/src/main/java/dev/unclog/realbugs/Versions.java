package dev.unclog.realbugs;

import java.util.Optional;

/**
 * What came of a bug's two versions, both asked in the same way.
 *
 * @param bug the bug
 * @param buggy in the buggy version; empty if it was not asked
 * @param fixed in the fixed version; empty if it was not asked
 */
record Versions(Bug bug, Optional<Answer> buggy, Optional<Answer> fixed) {
  /** None was linted. */
  static Versions none(Bug bug) {
    return new Versions(bug, Optional.empty(), Optional.empty());
  }

  boolean areAsked() {
    return buggy.isPresent() && fixed.isPresent();
  }

  boolean isFound() {
    return buggy.filter(answer -> answer.is(Answer.Kind.FOUND)).isPresent();
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
  String buggyInWords(String found) {
    if (buggy.isEmpty()) {
      return bug.isPublished() ? "not asked: " + bug.remark() : "not published";
    }
    String because = buggy.get().because();
    return switch (buggy.get().kind()) {
      case FOUND -> found + ", " + because;
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
