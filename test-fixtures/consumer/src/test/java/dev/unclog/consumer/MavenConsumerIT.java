package dev.unclog.consumer;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Maven snippet, copied into the POM of a user. */
final class MavenConsumerIT {
  private static final String HEAD =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.acme</groupId>
        <artifactId>sessions</artifactId>
        <version>1</version>
      """;

  private static LocalRepository repository;

  // Outside of this project's folder, whose .mvn/jvm.config would make up for what the snippet
  // lacks.
  @TempDir private Path project;

  @BeforeAll
  static void makeRepository() throws IOException {
    repository = LocalRepository.in(Path.of("target", "local-repository").toAbsolutePath());
  }

  @Test
  void theBuildFailsWithTheFinding() throws Exception {
    Consumer.BLOCKING.into(project);

    Ran maven = build(snippet());

    assertThat(maven.output()).contains("[BlockingCall] Thread.sleep(long) blocks");
    assertThat(maven.output()).contains("COMPILATION ERROR");
    assertThat(maven.status()).isEqualTo(1);
  }

  @Test
  void itPassesWhereBlockingIsAllowed() throws Exception {
    Consumer.ALLOWED.into(project);

    Ran maven = build(snippet());

    assertThat(maven.output()).contains("BUILD SUCCESS");
    assertThat(maven.output()).doesNotContain("Blocking]");
    assertThat(maven.status()).isEqualTo(0);
  }

  @Test
  void itPassesInRecordModeWithAWarning() throws Exception {
    Consumer.BLOCKING.into(project);
    String recording =
        snippet()
            .replace("-XepDisableAllChecks", "-XepDisableAllChecks -XepOpt:Unclog:Mode=record");

    Ran maven = build(recording);

    assertThat(maven.output()).contains("BUILD SUCCESS");
    assertThat(maven.output()).containsMatch("WARNING.*\\[BlockingCall] Thread\\.sleep\\(long\\)");
    assertThat(maven.status()).isEqualTo(0);
  }

  private static String snippet() {
    return Built.readme("xml", "<properties>");
  }

  private Ran build(String snippet) throws IOException, InterruptedException {
    Files.writeString(project.resolve("pom.xml"), HEAD + snippet + "</project>\n");
    return Ran.in(project, repository.maven("compile"));
  }
}
