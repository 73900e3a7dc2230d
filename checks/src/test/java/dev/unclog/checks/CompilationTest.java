package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.unclog.finding.Finding;
import org.junit.jupiter.api.Test;

/** Whole compilations: bad options, bugs of ours, record mode, findings as data. */
class CompilationTest {
  private static final String SUBJECT =
      """
      import dev.unclog.annotations.*;
      class A {
        @Blocking static void slow() {}
        @Blocking(severity = Severity.WARNING) static void maybe() {}
        @Cooperative void m() {
          slow();
          maybe();
        }
        @Cooperative @AllowBlocking(reason = "why not") void n() {
          slow();
        }
      }
      """;

  @Test
  void wrongOptionIsOneErrorAndNothingElse() {
    Javac.Result result =
        new Javac().with("-XepOpt:Unclog:Mode=recrod").source("A.java", SUBJECT).run();
    assertThat(result.success()).isFalse();
    assertThat(result.all())
        .containsExactly("ERROR Unclog: -XepOpt:Unclog:Mode=recrod: it can be 'check' or 'record'");
  }

  @Test
  void findingsAreErrorsAndWarningsByTheirSeverity() {
    Javac.Result result = new Javac().source("A.java", SUBJECT).run();
    assertThat(result.success()).isFalse();
    assertThat(result.errors()).hasSize(1);
    assertThat(result.errors().get(0)).contains("[BlockingCall] A.slow() blocks");
    assertThat(result.all().get(1)).contains("[PossiblyBlockingCall] A.maybe() may block");
  }

  @Test
  void recordModeMakesWarningsOfAll() {
    Javac.Result result =
        new Javac().with("-XepOpt:Unclog:Mode=record").source("A.java", SUBJECT).run();
    assertWithMessage("%s", result.all()).that(result.success()).isTrue();
    assertThat(result.all()).hasSize(2);
  }

  @Test
  void severityIsSetAsForAnyCheck() {
    Javac.Result result =
        new Javac()
            .with("-Xep:BlockingCall:WARN", "-Xep:PossiblyBlockingCall:OFF")
            .source("A.java", SUBJECT)
            .run();
    assertThat(result.success()).isTrue();
    assertThat(result.all()).hasSize(1);
  }

  @Test
  void findingsComeAsDataSuppressedOnesToo() {
    Javac.Result result = new Javac().source("A.java", SUBJECT).run();
    assertThat(result.findings()).hasSize(3);
    Finding first = result.findings().get(0);
    assertThat(first.root()).isEqualTo("A#m()");
    assertThat(first.sink()).isEqualTo("A#slow()");
    assertThat(first.place()).isEqualTo(new Finding.Place("mem:///A.java", 6, 5, 6, 11));
    assertThat(result.findings().get(1).suppression()).hasValue("@AllowBlocking: why not");
  }

  @Test
  void fingerprintsSurviveMovedLines() {
    Javac.Result before = new Javac().source("A.java", SUBJECT).run();
    Javac.Result after = new Javac().source("A.java", "\n\n" + SUBJECT.replace("  ", "\t")).run();
    assertThat(after.findings().stream().map(Finding::fingerprint).toList())
        .containsExactlyElementsIn(before.findings().stream().map(Finding::fingerprint).toList())
        .inOrder();
    assertThat(after.findings().get(0).place().line()).isEqualTo(8);
  }

  @Test
  void bugOfOursIsToldAndEndsNothing() {
    Javac.Result result =
        new Javac()
            .with("-Werror")
            .source("A.java", SUBJECT)
            .sink(
                finding -> {
                  throw new IllegalStateException("planted");
                })
            .run();
    assertWithMessage("%s", result.all()).that(result.success()).isTrue();
    assertThat(result.all().get(0)).startsWith("NOTE Unclog met a bug of its own and left out");
    assertThat(result.all().get(0)).contains("planted");
  }

  @Test
  void deepExpressionIsNotWhatOverflows() {
    // As deep as javac itself goes on this stack, and no deeper: a little less than where it gives
    // up.
    int depth = 600;
    String deep = "b.append(1)".concat(".append(1)".repeat(depth));
    Javac.Result result =
        new Javac()
            .source(
                "A.java",
                "@dev.unclog.annotations.Cooperative class A { void m(StringBuilder b) { "
                    + deep
                    + "; } }")
            .run();
    assertWithMessage("%s", result.all()).that(result.success()).isTrue();
    assertThat(result.all()).isEmpty();
  }
}
