package dev.unclog.consumer;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's command line, typed by a user who has the jars it names at hand. */
final class JavacConsumerIT {
  @TempDir private Path project;

  @BeforeEach
  void bringTheJars() throws IOException {
    for (String beginning : List.of("unclog-annotations-", "unclog-checks-", "error_prone_core-")) {
      Path jar = Built.jar(beginning);
      Files.copy(jar, project.resolve(jar.getFileName()));
    }
  }

  @Test
  void theCompilationFailsWithTheFinding() throws Exception {
    Consumer.BLOCKING.into(project);

    Ran javac = type(command());

    assertThat(javac.output()).contains("error: [BlockingCall] Thread.sleep(long) blocks");
    assertThat(javac.status()).isEqualTo(1);
  }

  @Test
  void itPassesWhereBlockingIsAllowed() throws Exception {
    Consumer.ALLOWED.into(project);

    Ran javac = type(command());

    assertThat(javac.output()).isEmpty();
    assertThat(javac.status()).isEqualTo(0);
  }

  @Test
  void itPassesInRecordModeWithAWarning() throws Exception {
    Consumer.BLOCKING.into(project);

    Ran javac =
        type(
            command()
                .replace(
                    "-XepDisableAllChecks", "-XepDisableAllChecks -XepOpt:Unclog:Mode=record"));

    assertThat(javac.output()).contains("warning: [BlockingCall] Thread.sleep(long) blocks");
    assertThat(javac.status()).isEqualTo(0);
  }

  private static String command() {
    return Built.readme("sh", "javac ");
  }

  private Ran type(String command) throws IOException, InterruptedException {
    return Ran.in(project, List.of("sh", "-c", command));
  }
}
