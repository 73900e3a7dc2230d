package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Maven project, linted without Maven and before it was ever built. */
final class LintProjectTest {
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        %s
      </project>
      """;

  @TempDir Path folder;

  @BeforeEach
  void project() {
    Subjects.write(
        folder.resolve("pom.xml"),
        POM.formatted(
            """
            <groupId>acme</groupId>
            <artifactId>all</artifactId>
            <version>${revision}</version>
            <packaging>pom</packaging>
            <properties><revision>1</revision></properties>
            <modules><module>base</module><module>server</module></modules>
            """));
    module("base", "");
    module(
        "server",
        """
        <dependencies>
          <dependency>
            <groupId>acme</groupId>
            <artifactId>base</artifactId>
            <version>${project.version}</version>
          </dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <groupId>acme</groupId>
              <artifactId>never-run-maven-plugin</artifactId>
              <version>1</version>
            </plugin>
          </plugins>
        </build>
        """);
    Subjects.write(
        folder.resolve("base/src/main/java/acme/Base.java"),
        "package acme; public class Base { protected Made made; }");
    Subjects.write(
        folder.resolve("base/target/generated-sources/tool/java/acme/Made.java"),
        "package acme; public class Made { public static void pause() { } }");
    Subjects.write(
        folder.resolve("server/src/main/java/acme/server/Server.java"),
        """
        package acme.server;

        class Server extends acme.Base {
          void onMessage() throws Exception {
            acme.Made.pause();
            Thread.sleep(100);
          }
        }
        """);
    Subjects.write(
        folder.resolve("server/src/test/java/acme/server/ServerTest.java"),
        Subjects.SLEEPER.replace("package acme", "package acme.server"));
  }

  @Test
  void everyModuleIsLintedAgainstItsSiblingsSources() {
    Unclog run = Unclog.run("lint", folder, "--cooperative", "acme.server.Server");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("server/src/main/java/acme/server/Server.java\n  6:");
    assertThat(run.out()).contains("2 files linted; 1 finding");
  }

  @Test
  void aMethodIsExplainedByTheModuleThatHasIt() {
    Unclog run = Unclog.run("lint", folder, "--explain", "Server#*", "--explain", "Nowhere#at");

    assertThat(run.out()).contains("acme.server.Server#");
    assertThat(run.out()).doesNotContain("nothing in sight is called Server#");
    assertThat(run.out()).contains("nothing in sight is called Nowhere#at\n");
    assertThat(run.out().indexOf("called Nowhere"))
        .isEqualTo(run.out().lastIndexOf("called Nowhere"));
  }

  @Test
  void testSourcesAreLintedWhenAskedFor() {
    Unclog run =
        Unclog.run("lint", folder, "--cooperative", "acme.server.Sleeper", "--include-tests");

    assertThat(run.out()).contains("server/src/test/java/acme/server/ServerTest.java\n");
    assertThat(run.out()).contains("3 files linted; 1 finding");
  }

  @Test
  void aSiblingsBrokenSourceIsReplacedByWhatWasBuiltOfIt() throws IOException {
    Path base = folder.resolve("base/src/main/java/acme/Base.java");
    Subjects.compile(
        folder.resolve("base/target/classes"),
        base,
        folder.resolve("base/target/generated-sources/tool/java/acme/Made.java"));
    Files.writeString(base, "package acme; public class Base { missing.Type t; }");

    Unclog run = Unclog.run("lint", folder, "--cooperative", "acme.server.Server");

    assertThat(run.out()).contains("1 file linted, 1 left out; 1 finding");
  }

  @Test
  void aModuleThatIsNotThereIsTold() throws IOException {
    Files.delete(folder.resolve("base/pom.xml"));

    Unclog run = Unclog.run("lint", folder);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no such module: " + folder.resolve("base"));
  }

  private void module(String name, String more) {
    Subjects.write(
        folder.resolve(name + "/pom.xml"),
        POM.formatted(
            """
            <parent>
              <groupId>acme</groupId>
              <artifactId>all</artifactId>
              <version>${revision}</version>
            </parent>
            <artifactId>%s</artifactId>
            %s
            """
                .formatted(name, more)));
  }
}
