package dev.unclog.realbugs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unclog.catalogue.Kinds;
import dev.unclog.catalogue.stub.UserStubs;
import dev.unclog.cli.maven.Coordinates;
import dev.unclog.source.CooperativePatterns;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BugTableTest {
  private static final String NAMES = String.join("\t", BugTable.COLUMNS) + "\n";
  private static final String LINE =
      "B1\tacme\t#1\tcom.acme:acme\t1\t2\tC0\tP0\t0\twait\t-\tcom.acme.Session#open\t-\t-\t-\t-"
          + "\tjava.lang.Thread#sleep\tcom.acme.Session#open\tyes\t-\n";

  @Test
  void everyBugIsNamedOnce() {
    assertThat(BugTable.load().stream().map(Bug::id).toList()).containsNoDuplicates();
    assertThat(BugTable.load()).hasSize(34);
  }

  @Test
  void whatIsPublishedCanBeAskedAboutUnlessNoPathLeadsThere() {
    for (Bug bug : BugTable.load()) {
      if (bug.isPublished() && bug.path().isPathOfCalls()) {
        assertWithMessage(bug.id()).that(bug.isExpressible()).isTrue();
        assertWithMessage(bug.id()).that(bug.through()).isNotEmpty();
      } else if (!bug.isExpressible()) {
        assertWithMessage(bug.id()).that(bug.remark()).isNotEmpty();
      }
    }
  }

  @Test
  void whatIsNoTrueFixIsExplained() {
    for (Bug bug : BugTable.load()) {
      assertWithMessage(bug.id()).that(bug.trueFix() || !bug.remark().isEmpty()).isTrue();
    }
  }

  @Test
  void coordinatesAreWellFormed() {
    for (Bug bug : BugTable.load()) {
      Stream.concat(
              Stream.of(bug.buggy(), bug.fixed())
                  .flatMap(version -> version.map(known -> bug.artifact() + ":" + known).stream()),
              bug.classPath().stream())
          .forEach(word -> assertWithMessage(word).that(Coordinates.parse(word)).isPresent());
    }
  }

  @Test
  void theLinterUnderstandsMarksAndKinds() {
    for (Bug bug : BugTable.load()) {
      CooperativePatterns.parse(
          bug.contexts().stream().map(MemberPattern::toString).collect(joining(";")));
      Kinds.parse(bug.kinds());
    }
  }

  @Test
  void theLinterUnderstandsStubs() throws Exception {
    for (Bug bug : BugTable.load()) {
      if (bug.stub().isPresent()) {
        Path stub = Path.of(BugTable.class.getResource(bug.stub().get()).toURI());
        assertWithMessage(bug.id())
            .that(UserStubs.read(List.of(stub), List.of()).problems())
            .isEmpty();
      }
    }
  }

  @Test
  void commentsAndEmptyLinesAreLeftOut() {
    assertThat(BugTable.parse("# what this is\n\n" + NAMES + LINE)).hasSize(1);
  }

  @Test
  void aCellTooFewIsToldWithItsLine() {
    assertWrong(NAMES + "B1\tacme\n", "line 2: 2 cells instead of 20");
  }

  @Test
  void anEmptyCellIsTold() {
    assertWrong(NAMES + LINE.replace("acme\t#1", "\t#1"), "line 2: project: ''");
  }

  @Test
  void aVersionMayBeMissingButNotAnArtifact() {
    assertThat(BugTable.parse(NAMES + LINE.replace("\t2\t", "\t-\t")).get(0).isPublished())
        .isFalse();
    assertWrong(NAMES + LINE.replace("com.acme:acme", "-"), "line 2: artifact is missing");
  }

  @Test
  void neitherYesNorNoIsTold() {
    assertWrong(NAMES + LINE.replace("yes", "partly"), "line 2: true fix: 'partly'");
  }

  @Test
  void otherColumnsAreTold() {
    assertWrong("id\tproject\n", "line 1: the cells should be named");
  }

  private static void assertWrong(String table, String because) {
    assertThat(assertThrows(IllegalArgumentException.class, () -> BugTable.parse(table)))
        .hasMessageThat()
        .contains(because);
  }
}
