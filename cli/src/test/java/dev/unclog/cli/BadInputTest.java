package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be run: one clear message, status 2, nothing on standard output. */
final class BadInputTest {
  @TempDir Path folder;
  private Path src;
  private Unclog run;

  @BeforeEach
  void sources() {
    src = folder.resolve("src");
    Subjects.write(src.resolve("acme/Sleeper.java"), Subjects.SLEEPER);
  }

  @AfterEach
  void isRefusedInPlainWords() {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("unclog: ");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void noCommand() {
    run = Unclog.run();

    assertThat(run.err()).contains("lint, explain");
  }

  @Test
  void anUnknownOption() {
    run = Unclog.run("lint", src, "--clsspath", "x");

    assertThat(run.err()).contains("--clsspath");
    assertThat(run.err()).contains("--classpath");
  }

  @Test
  void noTarget() {
    run = Unclog.run("lint");

    assertThat(run.err()).contains("TARGET");
  }

  @Test
  void aFolderThatIsNotThere() {
    run = Unclog.run("lint", folder.resolve("nowhere"));

    assertThat(run.err()).contains("there is no folder " + folder.resolve("nowhere"));
  }

  @Test
  void aFileForAFolder() {
    run = Unclog.run("lint", src.resolve("acme/Sleeper.java"));

    assertThat(run.err()).contains("is a file");
  }

  @Test
  void halfOfCoordinates() {
    run = Unclog.run("lint", "io.vertx:vertx-core");

    assertThat(run.err()).contains("group:artifact:version");
  }

  @Test
  void aFolderWithoutSources() throws IOException {
    run = Unclog.run("lint", Files.createDirectory(folder.resolve("empty")));

    assertThat(run.err()).contains("no Java sources in");
  }

  @Test
  void aClassPathThatIsNotThere() {
    run = Unclog.run("lint", src, "--classpath", folder.resolve("lib.jar"));

    assertThat(run.err()).contains("there is no " + folder.resolve("lib.jar"));
  }

  @Test
  void anArchiveThatIsNone() {
    Path jar = Subjects.write(folder.resolve("lib.jar"), "no archive");
    run = Unclog.run("lint", src, "--classpath", jar);

    assertThat(run.err()).contains(jar.toString());
  }

  @Test
  void aClassFileCutShort() throws IOException {
    Path other = Subjects.write(folder.resolve("Other.java"), "public class Other { int x; }");
    Path classes = Subjects.compile(folder.resolve("classes"), other);
    Path file = classes.resolve("Other.class");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));
    Path user = folder.resolve("user");
    Subjects.write(user.resolve("User.java"), "class User { Other other; }");

    run = Unclog.run("lint", user, "--classpath", classes);

    assertThat(run.err()).contains("cannot read the class file");
    assertThat(run.err()).contains("Other.class");
  }

  @Test
  void sourcesOfWhichNoneCompiles() {
    Path broken = folder.resolve("broken");
    Subjects.write(broken.resolve("Broken.java"), "class Broken {\n  int x = ;\n}\n");

    run = Unclog.run("lint", broken);

    assertThat(run.err()).contains("nothing of " + broken + " compiles");
    assertThat(run.err()).contains("Broken.java:2: illegal start of expression");
  }

  @Test
  void aReleaseThatIsNone() {
    run = Unclog.run("lint", src, "--release", "99");

    assertThat(run.err()).contains("release version 99 not supported");
  }

  @Test
  void aKindThatIsNone() {
    run = Unclog.run("lint", src, "--kinds", "+entropie");

    assertThat(run.err()).contains("'entropie'");
    assertThat(run.err()).contains("entropy");
  }

  @Test
  void aPatternThatIsNone() {
    run = Unclog.run("lint", src, "--cooperative", "acme.Sleeper#");

    assertThat(run.err()).contains("acme.Sleeper#");
  }

  @Test
  void aBrokenStub() {
    Path stub =
        Subjects.write(
            folder.resolve("acme.stub"),
            """
            @Library(name = "Acme", checkedAgainst = "acme:acme:1")
            package acme;

            class Client {
              @Blocking(kind = NETWROK) void get();
            }
            """);

    run = Unclog.run("lint", src, "--stubs", stub);

    assertThat(run.err()).contains(stub + ":5: ");
    assertThat(run.err()).contains("NETWORK");
  }

  @Test
  void aStubThatIsNotThere() {
    run = Unclog.run("explain", "java.lang.Thread", "--stubs", folder.resolve("none.stub"));

    assertThat(run.err()).contains("none.stub");
  }

  @Test
  void anOutputWithoutAFolder() {
    run = Unclog.run("lint", src, "--output", folder.resolve("none/report.txt"));

    assertThat(run.err()).contains("cannot write");
  }

  @Test
  void anOutputThatIsAFolder() {
    run = Unclog.run("lint", src, "--output", folder);

    assertThat(run.err()).contains("it is a folder");
  }

  @Test
  void aProjectThatCannotBeRead() {
    Subjects.write(folder.resolve("pom.xml"), "<project>");

    run = Unclog.run("lint", folder);

    assertThat(run.err()).contains("pom.xml");
  }

  @Test
  void aQuestionThatIsNone() {
    run = Unclog.run("explain", "what blocks?");

    assertThat(run.err()).contains("type#member");
  }
}
