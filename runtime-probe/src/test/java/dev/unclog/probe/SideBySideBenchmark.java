package dev.unclog.probe;

import static java.util.stream.Collectors.toSet;

import com.google.gson.JsonObject;
import dev.unclog.probed.BlockHoundMatrix;
import dev.unclog.probed.Expectation;
import dev.unclog.probed.Matrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints what the probe and BlockHound see of the same matrix, side by side. Not run by itself:
 * {@code mvn verify -pl runtime-probe -am -Dit.test=SideBySideBenchmark}.
 */
final class SideBySideBenchmark {
  /** What BlockHound needs. */
  static final List<String> FLAGS =
      List.of(
          "-XX:+AllowRedefinitionToAddDeleteMethods",
          "-XX:+EnableDynamicAgentLoading",
          "-Djdk.attach.allowAttachSelf=true");

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void printsBoth(Path jdk) {
    Watched probe = Watched.run(jdk, "hubs=hub: *,jfr=eager", Matrix.class);
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    command.addAll(FLAGS);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BlockHoundMatrix.class.getName()));
    Set<String> blockHound =
        Watched.run(command, BlockHoundMatrix.class.getName())
            .output()
            .lines()
            .filter(line -> line.startsWith(BlockHoundMatrix.SEEN))
            .map(line -> line.substring(BlockHoundMatrix.SEEN.length()))
            .collect(toSet());
    int[] seen = new int[2];
    int[] wrong = new int[2];
    for (Expectation expected : Matrix.expectations()) {
      Set<String> kinds = kinds(probe, expected);
      boolean[] tells = {
        expected.kind() == null ? !kinds.isEmpty() : kinds.contains(expected.kind()),
        blockHound.contains(expected.name())
      };
      for (int i = 0; i < 2; i++) {
        if (tells[i]) {
          (expected.kind() == null ? wrong : seen)[i]++;
        }
      }
      System.out.printf(
          "%-45s %-16s %-6s %s%n",
          expected.name(),
          expected.kind() == null ? "(does not block)" : expected.kind(),
          tells[0] ? "probe" : "-",
          tells[1] ? "BlockHound" : "-");
    }
    System.out.printf(
        "on %s: probe %d seen, %d false; BlockHound %d seen, %d false%n",
        jdk.getFileName(), seen[0], wrong[0], seen[1], wrong[1]);
  }

  private static Set<String> kinds(Watched watched, Expectation expected) {
    return watched.observations(Matrix.HUB + expected.name()).stream()
        .map((JsonObject line) -> line.get("kind").getAsString())
        .collect(toSet());
  }
}
