package dev.unclog.checks;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.unclog.finding.Finding;
import dev.unclog.finding.FindingSink;
import dev.unclog.source.Analysis;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Whole compilations: bad options, bugs of ours, record mode, findings as data. */
class CompilationTest {
  private static final long SMALL_STACK_BYTES = 512 * 1024;

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
  void recordModeEndsNoCompilationThatWarningsWould() {
    Javac.Result result =
        new Javac().with("-XepOpt:Unclog:Mode=record", "-Werror").source("A.java", SUBJECT).run();
    assertThat(result.success()).isTrue();
    assertThat(result.findings()).isNotEmpty();
  }

  @Test
  void recordModeLosesNothingToTheLimitOfWarnings() {
    Javac.Result result =
        new Javac()
            .with("-XepOpt:Unclog:Mode=record")
            .source("A.java", SUBJECT.replace("    maybe();", "    maybe();\n".repeat(150)))
            .run();
    assertThat(result.success()).isTrue();
    assertThat(result.all().stream().filter(text -> text.contains("A.maybe() may block")))
        .hasSize(150);
  }

  @Test
  void nothingHoldsTheAnalysisWhileTheCompilationGoesOn() {
    List<Boolean> inMemory = new ArrayList<>();
    FindingSink sink =
        new FindingSink() {
          @Override
          public void cooperativeBody(String body) {
            inMemory.add(isInMemory(Analysis.class));
          }

          @Override
          public void accept(Finding finding) {
            inMemory.add(isInMemory(Analysis.class));
          }
        };
    new Javac().sink(sink).source("A.java", SUBJECT).run();
    assertThat(inMemory).containsExactly(true, true, false, false, false).inOrder();
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
  void deepExpressionIsNotWhereOursOverflows() throws InterruptedException {
    // The deepest chain of calls that Error Prone survives without us, on a small stack.
    int depth = 50;
    while (succeedsOnSmallStack(depth + 50, "-XepDisableAllChecks")) {
      depth += 50;
    }
    // Javac's own frames grow as the JVM compiles it, and it overflows where it did not before,
    // long
    // before anything of ours runs: then the limit is another one by now.
    while (!succeedsInTheEnd(depth) && !succeedsInTheEnd(depth, "-XepDisableAllChecks")) {
      depth -= 50;
    }
    assertThat(depth).isAtLeast(100);
    assertWithMessage("depth %s", depth).that(succeedsInTheEnd(depth)).isTrue();
  }

  /** What needs more stack than there is fails each time. */
  private static boolean succeedsInTheEnd(int depth, String... options)
      throws InterruptedException {
    for (int attempt = 0; attempt < 5; attempt++) {
      if (succeedsOnSmallStack(depth, options)) {
        return true;
      }
    }
    return false;
  }

  private static boolean succeedsOnSmallStack(int depth, String... options)
      throws InterruptedException {
    String source =
        "@dev.unclog.annotations.Cooperative class A { void m(StringBuilder b) { b"
            + ".append(1)".repeat(depth)
            + "; } }";
    AtomicBoolean clean = new AtomicBoolean();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                Javac.Result result = new Javac().with(options).source("A.java", source).run();
                clean.set(result.success() && result.all().isEmpty());
              } catch (StackOverflowError | RuntimeException e) {
                clean.set(false);
              }
            },
            "small stack",
            SMALL_STACK_BYTES);
    thread.start();
    thread.join();
    return clean.get();
  }

  /** Whether there is an object of a class that somebody can get at. */
  private static boolean isInMemory(Class<?> type) {
    try {
      Object objects =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return Arrays.asList(objects.toString().split("\\s+")).contains(type.getName());
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }
}
