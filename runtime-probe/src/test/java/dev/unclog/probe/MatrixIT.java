package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.toSet;

import com.google.gson.JsonObject;
import dev.unclog.probed.Expectation;
import dev.unclog.probed.Matrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that blocks is seen for what it is, and nothing is seen of what does not, on each JDK here.
 */
final class MatrixIT {
  private static final String SETTINGS = "hubs=hub: *,jfr=eager";

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void seesWhatBlocksAndNothingElse(Path jdk) {
    Watched watched = Watched.run(jdk, SETTINGS, Matrix.class);

    List<Expectation> missed = new ArrayList<>();
    for (Expectation expected : Matrix.expectations()) {
      Set<String> kinds = kinds(watched, expected);
      if (expected.kind() == null) {
        assertWithMessage(expected.name()).that(kinds).isEmpty();
      } else if (!kinds.contains(expected.kind())) {
        missed.add(expected);
      }
    }
    assertThat(missedAgain(jdk, missed)).isEmpty();
    assertThat(watched.output()).doesNotContain("failed");
    assertThat(watched.output()).doesNotContain("unclog:");
    assertThat(watched.lines("sensors").get(0).getAsJsonArray("silent")).isEmpty();
    for (JsonObject observation : watched.lines("observation")) {
      assertThat(Watched.frame(observation)).doesNotContain("nowhere");
    }
  }

  /** A machine too busy lets the time pass for which a case should have waited: once more. */
  private static List<String> missedAgain(Path jdk, List<Expectation> missed) {
    List<String> again = new ArrayList<>();
    if (!missed.isEmpty()) {
      String[] names = missed.stream().map(Expectation::name).toArray(String[]::new);
      Watched watched = Watched.run(jdk, SETTINGS, Matrix.class, names);
      for (Expectation expected : missed) {
        Set<String> kinds = kinds(watched, expected);
        if (!kinds.contains(expected.kind())) {
          again.add(expected + ", seen: " + kinds);
        }
      }
    }
    return again;
  }

  private static Set<String> kinds(Watched watched, Expectation expected) {
    return watched.observations(Matrix.HUB + expected.name()).stream()
        .map(line -> line.get("kind").getAsString())
        .collect(toSet());
  }

  @Test
  void hasEnoughCases() {
    long blocking = Matrix.expectations().stream().filter(it -> it.kind() != null).count();
    assertThat(blocking).isAtLeast(68);
    assertThat(Matrix.expectations().size() - blocking).isAtLeast(25);
  }
}
