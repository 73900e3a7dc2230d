package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.probed.JUnitCases;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests during which a hub blocked fail at their end, and no others. */
final class JUnitIT {
  @Test
  void testsDuringWhichAHubBlockedFail() {
    Watched watched =
        Watched.run(
            Path.of(System.getProperty("java.home")), "hubs=hub,jfr=eager", JUnitCases.class);

    String output = watched.output();
    List<String> lines = output.lines().toList();
    assertThat(lines).contains("blocks() FAILED A hub was blocked:");
    assertThat(output).containsMatch("hub blocked for \\d+ ms: sleep \\(wait\\) at dev.unclog.");
    assertThat(lines).contains("doesNotBlock() SUCCESSFUL");
    assertThat(lines).contains("blocksAsExpected() SUCCESSFUL");
    assertThat(output).contains("doesNotBlockThoughExpected() FAILED No hub was observed");
    assertThat(lines).contains("blocksForGood() FAILED A hub was blocked:");
    assertThat(output).contains("JUnitCases$OneByOne.neverEnds(JUnitCases.java:");
  }

  @Test
  void whatTestsAtTheSameTimeMayHaveCausedFailsTheirClassOnce() {
    Watched watched =
        Watched.run(Path.of(System.getProperty("java.home")), "hubs=hub", JUnitCases.class);

    List<String> lines = watched.output().lines().toList();
    assertThat(lines).contains("one() SUCCESSFUL");
    assertThat(lines).contains("other() SUCCESSFUL");
    List<String> ofClass =
        lines.stream()
            .filter(line -> line.contains("One of these, which ran at the same time"))
            .toList();
    assertThat(ofClass).hasSize(1);
    assertThat(ofClass.get(0)).contains("one()");
    assertThat(ofClass.get(0)).contains("other()");
  }

  @Test
  void testsFailWhereNoProbeWatches() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                JUnitCases.class.getName())
            .redirectErrorStream(true)
            .start();

    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(0);
    assertThat(output).contains("doesNotBlock() FAILED No probe watches this JVM");
  }
}
