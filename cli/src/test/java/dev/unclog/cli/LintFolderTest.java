package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of sources, linted. */
final class LintFolderTest {
  @TempDir Path folder;
  private Path src;

  @BeforeEach
  void sources() {
    src = folder.resolve("src");
    Subjects.write(src.resolve("acme/Sleeper.java"), Subjects.SLEEPER);
  }

  @Test
  void nothingIsFoundWhereNothingIsMarkedAndTheReportSaysHowToMark() {
    Unclog run = Unclog.run("lint", src);

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("1 file linted; 0 findings");
    assertThat(run.out()).contains("No cooperative code was seen");
    assertThat(run.out()).contains("--cooperative");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aContextMarkedFromOutsideIsLinted() {
    Unclog run = Unclog.run("lint", src, "--cooperative", "acme.Sleeper#onMessage");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("acme/Sleeper.java\n  5:");
    assertThat(run.out()).contains("BlockingCall: Thread.sleep(long)");
    assertThat(run.out()).contains("1 finding (BlockingCall 1; wait 1); 1 context");
  }

  @Test
  void waysThatEndAlikeAreToldOnce() {
    Subjects.write(
        src.resolve("acme/Deep.java"),
        """
        package acme;
        class Deep {
          void onA(Sleeper sleeper) throws Exception { sleeper.onMessage(); }
          void onB(Sleeper sleeper) throws Exception { sleeper.onMessage(); }
        }
        """);

    Unclog run = Unclog.run("lint", src, "--cooperative", "acme.Deep");

    assertThat(run.out())
        .contains(
            """
            acme/Deep.java
              3:48  BlockingCall: Sleeper.onMessage() blocks a cooperative thread (wait)
                  calls Thread.sleep(long), at Sleeper.java:5
                  cooperative: onA is marked by the pattern 'acme.Deep'
                  instead: a timer: CompletableFuture.delayedExecutor, or ScheduledExecutorService.schedule
                  1 more way leads through the call of Thread.sleep(long) in Sleeper.onMessage(), at Sleeper.java:5: Deep.onB(Sleeper) (Deep.java:4)
                  to settle all 2: repair Sleeper.onMessage(), or allow it by @AllowBlocking(reason = "...")
              4:48  BlockingCall: Sleeper.onMessage() blocks a cooperative thread (wait)
                  calls Thread.sleep(long), at Sleeper.java:5
                  the same call as from Deep.onA(Sleeper), at Deep.java:3
                  cooperative: onB is marked by the pattern 'acme.Deep'
            """);
    assertThat(run.out()).contains("2 findings");
  }

  @Test
  void whatIsAskedAboutIsExplained() {
    Unclog run = Unclog.run("lint", src, "--explain", "Sleeper#onMessage");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out())
        .containsMatch(
            """
            acme.Sleeper#onMessage\\(\\): blocks \\(wait\\)
              not cooperative: nothing is reported in it
              a call of it: followed to one body: Sleeper.onMessage\\(\\) blocks \\(wait\\)
              line 5: Thread.sleep\\(long\\): blocks \\(wait\\), by jdk-concurrency.stub:\\d+
              shortest way:
                calls Thread.sleep\\(long\\), at Sleeper.java:5
            """);
    assertThat(Unclog.run("lint", src).out()).doesNotContain("shortest way");
  }

  @Test
  void whatCannotBeExplainedIsRefused() {
    Unclog run = Unclog.run("lint", src, "--explain", "onMessage");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--explain: 'onMessage' is no method");
  }

  @Test
  void howFarCallsWereFollowedIsSaidInALine() {
    Subjects.write(
        src.resolve("acme/Open.java"),
        "package acme; class Open { void a(In in) { in.go(); b(); } void b() { } }"
            + " interface In { void go(); }");

    assertThat(Unclog.run("lint", src, "--cooperative", "acme.Open#a").out())
        .contains("\n1 call followed, 1 not: no implementation in sight 1\n");
  }

  @Test
  void aContextWithoutFindingsIsNoMissingContext() {
    Unclog run = Unclog.run("lint", src, "--cooperative", "acme.Sleeper", "--kinds", "-wait");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).doesNotContain("No cooperative code was seen");
  }

  @Test
  void aStubOfTheUsersMarksAndForbids() {
    Path stub =
        Subjects.write(
            folder.resolve("acme.stub"),
            """
            @Library(name = "Acme", checkedAgainst = "acme:acme:1")
            package acme;

            class Sleeper {
              @Cooperative void onMessage();
            }
            """);

    assertThat(Unclog.run("lint", src, "--stubs", stub).status()).isEqualTo(1);
  }

  @Test
  void callsAreFollowedIntoClassFilesUnlessForbidden() {
    Path sleeper =
        Subjects.write(
            folder.resolve("other/lib/Nap.java"),
            "package lib; public class Nap { public static void nap() throws Exception {"
                + " Thread.sleep(9); } }");
    Path classes = Subjects.compile(folder.resolve("classes"), sleeper);
    Path user =
        Subjects.write(
            folder.resolve("user/User.java"),
            "class User { void on() throws Exception { lib.Nap.nap(); } }");
    Path sources = user.getParent();

    Unclog without =
        Unclog.run("lint", sources, "--cooperative", "User", "-cp", classes, "--no-jars");
    Unclog with = Unclog.run("lint", sources, "--cooperative", "User", "-cp", classes);

    assertThat(without.status()).isEqualTo(0);
    assertThat(with.status()).isEqualTo(1);
    assertThat(with.out()).contains("Nap.java:1");
  }

  @Test
  void aSuppressedFindingIsCountedAndShownWhenAskedFor() {
    Subjects.write(src.resolve("acme/Allowed.java"), Subjects.ALLOWED);

    Unclog quiet = Unclog.run("lint", src, "--classpath", Subjects.annotations());
    Unclog told =
        Unclog.run("lint", src, "--classpath", Subjects.annotations(), "--show-suppressed");

    assertThat(quiet.status()).isEqualTo(0);
    assertThat(quiet.out()).contains("0 findings, 1 suppressed");
    assertThat(quiet.out()).doesNotContain("Allowed.java");
    assertThat(told.status()).isEqualTo(0);
    assertThat(told.out()).contains("suppressed: ");
    assertThat(told.out()).contains("only at start");
  }

  @Test
  void aSyntaxErrorLeavesOutItsFileOnlyAndIsTold() {
    Subjects.write(
        src.resolve("acme/Broken.java"), "package acme;\nclass Broken { void f( { } }\n");

    Unclog run = Unclog.run("lint", src, "--cooperative", "acme.Sleeper");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("left out: acme/Broken.java:2: ");
    assertThat(run.out()).contains("1 file linted, 1 left out; 1 finding");
    assertThat(run.out()).contains("This report is partial");
  }

  @Test
  void whatRefersToAFileLeftOutIsLeftOutToo() {
    Subjects.write(src.resolve("acme/Odd.java"), "package acme; class Odd { missing.Type t; }");
    Subjects.write(src.resolve("acme/User.java"), "package acme; class User { Odd odd; }");

    Unclog run = Unclog.run("lint", src, "--verbose");

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out()).contains("left out: acme/Odd.java:1: package missing does not exist");
    assertThat(run.out()).contains("left out: acme/User.java:1: cannot find symbol");
    assertThat(run.out()).contains("1 file linted, 2 left out");
  }

  @Test
  void aFileLeftOutIsTakenFromTheClassPathWhereItIsThere() {
    Path odd = Subjects.write(folder.resolve("other/acme/Odd.java"), "package acme; class Odd { }");
    Path classes = Subjects.compile(folder.resolve("classes"), odd);
    Subjects.write(src.resolve("acme/Odd.java"), "package acme; class Odd { missing.Type t; }");
    Subjects.write(src.resolve("acme/User.java"), "package acme; class User { Odd odd; }");

    Unclog run = Unclog.run("lint", src, "--classpath", classes);

    assertThat(run.out()).contains("2 files linted, 1 left out");
  }

  @Test
  void anExpressionNestedFiveThousandDeepIsNoProblem() {
    Subjects.write(
        src.resolve("acme/Deep.java"),
        "package acme; class Deep { static int f(int x) { return x; } int g() { return "
            + "f(".repeat(5000)
            + "0"
            + ")".repeat(5000)
            + "; } }");

    Unclog run = Unclog.run("lint", src, "--cooperative", "acme.Deep");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("2 files linted; 0 findings");
  }

  @Test
  void testSourcesAreLintedWhenAskedForOnly() {
    Subjects.write(
        folder.resolve("src/test/java/acme/SleeperTest.java"),
        Subjects.SLEEPER.replace("Sleeper", "SleeperTest"));

    assertThat(Unclog.run("lint", src, "--cooperative", "acme.SleeperTest").status()).isEqualTo(0);
    assertThat(
            Unclog.run("lint", src, "--cooperative", "acme.SleeperTest", "--include-tests")
                .status())
        .isEqualTo(1);
  }

  @Test
  void testSourcesThatAreNamedAreAskedFor() {
    Path tests = folder.resolve("src/test");
    Subjects.write(tests.resolve("acme/SleeperTest.java"), Subjects.SLEEPER);

    assertThat(Unclog.run("lint", tests, "--cooperative", "acme.Sleeper").status()).isEqualTo(1);
  }

  @Test
  void whatABuildGeneratedIsKnownAndNotLinted() {
    Subjects.write(
        folder.resolve("src/target/generated-sources/tool/acme/Made.java"),
        "package acme; class Made { void f() throws Exception { Thread.sleep(1); } }");
    Subjects.write(src.resolve("acme/User.java"), "package acme; class User { Made made; }");

    Unclog run = Unclog.run("lint", src, "--cooperative", "acme.Made");

    assertThat(run.out()).contains("2 files linted; 0 findings");
  }

  @Test
  void descriptorsOfModulesAreNoSources() {
    Subjects.write(src.resolve("module-info.java"), "module acme { requires nothing.there; }");

    assertThat(Unclog.run("lint", src).out()).contains("1 file linted; 0 findings");
  }

  @Test
  void severalTargetsGetAPartEach() {
    Path other = folder.resolve("other");
    Subjects.write(other.resolve("Other.java"), "class Other { }");

    Unclog run = Unclog.run("lint", src, other);

    assertThat(run.out()).contains("== " + src);
    assertThat(run.out()).contains("== " + other);
  }

  @Test
  void whatATerminalWouldObeyIsNotPassedOn() {
    Subjects.write(
        src.resolve("acme/Sly.java"),
        """
        package acme;

        class Sly {
          int \u001b[31m;
        }
        """);

    assertThat(Unclog.run("lint", src, "--verbose").out()).doesNotContain("\u001b");
  }

  @Test
  void nothingIsWrittenBesideTheSources() throws IOException {
    Unclog.run("lint", src, "--cooperative", "acme.Sleeper");

    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .containsExactly(src.resolve("acme/Sleeper.java"));
    }
  }
}
