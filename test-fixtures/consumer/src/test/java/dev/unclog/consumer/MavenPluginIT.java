package dev.unclog.consumer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds whose POMs got the plugin, by its own goal or from its page, and no other word about it.
 */
final class MavenPluginIT {
  private static final String SESSION =
      """
      package com.acme;

      import dev.unclog.annotations.Cooperative;

      final class Session {
        @Cooperative
        void onMessage(String message) throws InterruptedException {
          Thread.sleep(20);
        }
        @Cooperative
        void onClose() throws InterruptedException {
          Thread.sleep(20);
        }
      }
      """;

  private static final String TEST =
      """
      package com.acme;

      import org.junit.jupiter.api.Test;

      class SessionTest {
        @Test
        void answers() throws Exception {
          new Session().onMessage("hello");
        }
      }
      """;

  private static LocalRepository repository;

  @TempDir private Path project;

  @BeforeAll
  static void makeRepository() throws IOException {
    repository =
        LocalRepository.in(Path.of("target", "plugin-repository").toAbsolutePath()).withPlugin();
  }

  @BeforeEach
  void writeProject() throws IOException {
    write("pom.xml", UserPom.of("web", "", ""));
    write("src/main/java/com/acme/Session.java", SESSION);
    write("src/test/java/com/acme/SessionTest.java", TEST);
  }

  @Test
  void aBuildFailsByWhatItsTestsConfirm() throws Exception {
    setUp();

    Ran failed = maven("verify");

    String output = failed.output();
    assertWithMessage("%s", output).that(failed.status()).isEqualTo(1);
    assertThat(output).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
    assertThat(output).contains("code that must not block blocks");
    String report = output.substring(output.indexOf("Tests run: 1,"));
    assertThat(report).contains("confirmed");
    assertThat(report).contains("Session.java");
    assertThat(report).contains("not reached");
    assertThat(Files.readString(project.resolve("target/unclog/unclog.html")))
        .contains("Session.java");

    // A plugin that packs sources has the earlier phases run again, after the tests.
    Ran sarif =
        maven(
            "verify",
            "unclog:probe",
            "unclog:report",
            "-Dunclog.failOn=never",
            "-Dunclog.format=sarif",
            "-Dunclog.output=all.sarif");
    assertWithMessage("%s", sarif.output()).that(sarif.status()).isEqualTo(0);
    assertThat(Files.readString(project.resolve("all.sarif"))).contains("\"confirmed\"");
  }

  @Test
  void aBuildWithoutThePluginIsAsItWas() throws Exception {
    addPlugin("");

    Ran skipped = maven("verify", "-Dunclog.skip=true");

    assertWithMessage("%s", skipped.output()).that(skipped.status()).isEqualTo(0);
    assertThat(Files.exists(project.resolve("target/unclog"))).isFalse();
    assertThat(Files.exists(project.resolve("target/classes/META-INF/unclog"))).isFalse();
  }

  @Test
  void whatIsCheckedWhenCompiledEndsThere() throws Exception {
    addPlugin("<configuration><mode>check</mode></configuration>");

    Ran failed = maven("verify");

    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.output()).contains("[BlockingCall] Thread.sleep(long) blocks");
  }

  /** As the page has it: without the goal, Maven starts once less. */
  private void addPlugin(String configuration) throws IOException {
    String plugin =
        Built.block("docs/loop.md", "xml", "<plugin>")
            .replace("</plugin>", configuration + "</plugin>");
    Path pom = project.resolve("pom.xml");
    Files.writeString(pom, Files.readString(pom).replace("</plugins>", plugin + "</plugins>"));
  }

  private void setUp() throws Exception {
    String plugin = "dev.unclog:unclog-maven-plugin:" + Built.property("version");
    Ran setUp = maven(plugin + ":setup", "-Dunclog.apply=true");
    assertWithMessage("%s", setUp.output()).that(setUp.status()).isEqualTo(0);
  }

  private Ran maven(String goal, String... more) throws Exception {
    List<String> command = new ArrayList<>(repository.maven(goal));
    command.addAll(List.of(more));
    return Ran.in(project, command);
  }

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
