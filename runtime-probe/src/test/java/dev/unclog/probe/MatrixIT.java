package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.google.gson.JsonObject;
import dev.unclog.probed.Expectation;
import dev.unclog.probed.Matrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that blocks is seen for what it is, and nothing is seen of what does not, on each JDK here.
 */
final class MatrixIT {
  private static final Path PAGE = Path.of("../docs/probe.md");
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
  void thePageListsTheCasesAndNoOthers() throws IOException {
    String page = Files.readString(PAGE);
    Map<String, String> blocking = new TreeMap<>();
    List<String> twins = new ArrayList<>();
    for (Expectation expected : Matrix.expectations()) {
      if (expected.kind() == null) {
        twins.add(expected.name());
      } else {
        blocking.merge(expected.kind(), expected.name(), (some, one) -> some + "; " + one);
      }
    }

    assertThat(tableOf(page)).containsExactlyEntriesIn(blocking);
    assertThat(page).contains("\nTwins: " + String.join("; ", twins) + ".\n");
    long number = Matrix.expectations().size() - twins.size();
    assertThat(page).contains("All " + number + " are seen");
    assertThat(page).contains("of the " + twins.size() + " twins below, none");
    assertThat(number).isAtLeast(68);
    assertThat(twins.size()).isAtLeast(25);
  }

  private static Map<String, String> tableOf(String page) {
    String table = page.substring(page.indexOf("| kind | operations |"));
    return table
        .lines()
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" ?\\| ?", -1))
        .collect(toMap(cells -> cells[1], cells -> cells[2]));
  }
}
