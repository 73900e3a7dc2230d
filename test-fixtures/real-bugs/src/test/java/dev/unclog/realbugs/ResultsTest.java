package dev.unclog.realbugs;

import static com.google.common.truth.Truth.assertThat;
import static dev.unclog.realbugs.Samples.answer;

import dev.unclog.realbugs.Answer.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResultsTest {
  private static final Optional<Answer> FOUND = answer(Kind.FOUND, "Session.java:7");
  private static final Optional<Answer> NOT = answer(Kind.NOT_FOUND, "no way there seen");

  private static Result result(
      PathClass path,
      boolean trueFix,
      Optional<Answer> unmarked,
      Optional<Answer> buggy,
      Optional<Answer> fixed) {
    return result(Samples.bug(path, trueFix), buggy, fixed, unmarked, Optional.empty());
  }

  private static Result result(
      Bug bug,
      Optional<Answer> buggy,
      Optional<Answer> fixed,
      Optional<Answer> buggyUnmarked,
      Optional<Answer> fixedUnmarked) {
    return new Result(
        bug,
        new Versions(bug, buggy, fixed),
        new Versions(bug, buggyUnmarked, fixedUnmarked),
        Duration.ofSeconds(12));
  }

  @Test
  void foundByItselfOrWithAMark() {
    assertThat(result(PathClass.P0, true, FOUND, FOUND, NOT).buggyInWords())
        .isEqualTo("found, Session.java:7");
    assertThat(result(PathClass.P0, true, NOT, FOUND, NOT).buggyInWords())
        .isEqualTo("found with a mark, Session.java:7");
  }

  @Test
  void silentOrFlaggedAfterTheFix() {
    assertThat(result(PathClass.P0, true, NOT, FOUND, NOT).marked().fixedInWords())
        .isEqualTo("silent");
    assertThat(result(PathClass.P0, true, NOT, FOUND, FOUND).marked().fixedInWords())
        .isEqualTo("flagged, Session.java:7");
  }

  @Test
  void whatIsNoTrueFixIsNeverHeldAgainstTheLinter() {
    Result result = result(PathClass.P0, false, NOT, FOUND, FOUND);
    assertThat(result.marked().fixedInWords()).isEqualTo("no true fix (flagged, Session.java:7)");
    assertThat(result.marked().isFlaggedAfterFix()).isFalse();
    assertThat(result.marked().isFixSeen()).isFalse();
  }

  @Test
  void whatWasNotLookedAtIsNotSilent() {
    Optional<Answer> leftOut = answer(Kind.LEFT_OUT, "left out, since …");
    Result result = result(PathClass.P0, true, NOT, leftOut, leftOut);
    assertThat(result.buggyInWords()).isEqualTo("not: left out, since …");
    assertThat(result.marked().fixedInWords()).isEqualTo("not looked at: left out, since …");
    assertThat(result.marked().isFixSeen()).isFalse();
  }

  @Test
  void theTableKeepsToItsCells() {
    Optional<Answer> odd = answer(Kind.NOT_FOUND, "List<String> | none\nthere");
    assertThat(
            new Results(List.of(result(PathClass.P1, true, NOT, odd, NOT)))
                .table()
                .lines()
                .toList()
                .get(2))
        .isEqualTo(
            "| B1 | acme | P1 | C0 | 1 | not: List&lt;String> \\| none there | silent | 12 s |");
  }

  @Test
  void totalsNameWhatTheyArePartsOf() {
    String totals =
        new Results(
                List.of(
                    result(PathClass.P0, true, NOT, FOUND, FOUND),
                    result(PathClass.P0, false, FOUND, FOUND, FOUND),
                    result(PathClass.P3, true, Optional.empty(), NOT, NOT),
                    Result.none(Samples.bug(PathClass.P4, true))))
            .totals();
    assertThat(totals)
        .contains("Bugs: 4; with both versions published: 4; of these asked about: 3.");
    assertThat(totals).contains("| all that were asked about | 3 | 2 | 1 | 2 | 1 |");
    assertThat(totals).contains("| path P0 | 2 | 2 | 1 | 1 | 1 |");
    assertThat(totals).contains("| path P3 | 1 | 0 | 0 | 1 | 0 |");
    assertThat(totals).contains("| context C0 | 3 | 2 | 1 | 2 | 1 |");
    assertThat(totals).doesNotContain("path P4");
    assertThat(totals).contains("+entropy for B1");
  }

  @Test
  void withNothingMarkedOnlyWhatCanBeRecognisedCounts() {
    Bug bug = Samples.bug(PathClass.P1, true);
    Bug noPath = Samples.bug(PathClass.P4, true);
    Bug noTrueFix = Samples.bug(PathClass.P2, false);
    Bug ofTheProject = Samples.bugIn(ContextClass.C2);
    String unmarked =
        new Results(
                List.of(
                    result(bug, FOUND, NOT, FOUND, FOUND),
                    result(bug, FOUND, FOUND, NOT, NOT),
                    result(noTrueFix, NOT, FOUND, FOUND, FOUND),
                    result(noPath, FOUND, NOT, FOUND, FOUND),
                    result(ofTheProject, FOUND, NOT, FOUND, FOUND)))
            .unmarked();
    assertThat(unmarked).contains("found 2 of 3 (67 %); flagged after a true fix 1 of 2 (50 %).");
    assertThat(unmarked)
        .contains("| B1 | acme | P1 | C0 | found, Session.java:7 | flagged, Session.java:7 |");
    assertThat(unmarked).contains("| B1 | acme | P1 | C0 | not: no way there seen | silent |");
    assertThat(unmarked).doesNotContain("P4");
    assertThat(unmarked).doesNotContain("C2");
  }

  @Test
  void whatWasAskedHalfIsNotCountedAsUnmarked() {
    assertThat(new Results(List.of(result(PathClass.P1, true, FOUND, FOUND, NOT))).unmarked())
        .contains("found 0 of 0 (none)");
  }

  @Test
  void noStubAndNoMarkGoesToAnUnmarkedQuestion() {
    for (Bug bug : BugTable.load()) {
      List<String> arguments = Unclog.arguments(bug, "com.acme:acme:1", /* marked= */ false);
      assertThat(arguments).doesNotContain("--cooperative");
      assertThat(Unclog.stub(bug, /* marked= */ false)).isEmpty();
      assertThat(Unclog.stub(bug, /* marked= */ true)).isEqualTo(bug.stub());
    }
  }

  @Test
  void theLinterIsAskedAsAUserWould() {
    Bug bug = Samples.bug(PathClass.P0, true);
    assertThat(Unclog.arguments(bug, "com.acme:acme:1", /* marked= */ true))
        .containsExactly(
            "lint",
            "com.acme:acme:1",
            "--format",
            "sarif",
            "--cooperative",
            "com.acme.Session#open",
            "--kinds",
            "+entropy")
        .inOrder();
    assertThat(Unclog.arguments(bug, "com.acme:acme:1", /* marked= */ false))
        .doesNotContain("--cooperative");
  }

  @Test
  void whatPinsIsAskedForItsReleaseAndMarkedByItsStubAlone() {
    for (Bug bug : BugTable.load()) {
      if (bug.isPublished() && bug.isExpressible() && bug.contextClass() == ContextClass.C4) {
        List<String> arguments = Unclog.arguments(bug, "com.acme:acme:1", /* marked= */ true);
        assertThat(arguments).containsAtLeast("--target", "21").inOrder();
        assertThat(arguments).doesNotContain("--cooperative");
        assertThat(bug.stub()).isPresent();
      }
    }
  }
}
