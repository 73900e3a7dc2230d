package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.JsonObject;
import dev.unclog.probed.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten tasks, one hub: what the probe tells of the story that began it. */
final class StoryIT {
  private static final String SETTINGS = "hubs=hub,resolution=50ms";
  private static final double SECOND_MILLIS = 1_000;

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsTheWholeSecondThatTenTasksBlocked(Path jdk) {
    Watched watched = Watched.run(jdk, SETTINGS, Story.class, "blocking");

    List<JsonObject> observations = watched.observations("hub");
    assertThat(observations).hasSize(10);
    double millis = 0;
    for (JsonObject observation : observations) {
      assertThat(observation.get("kind").getAsString()).isEqualTo("wait");
      assertThat(Watched.frame(observation)).startsWith("Story.askAndWait:");
      millis += observation.get("millis").getAsDouble();
    }
    assertThat(millis).isAtLeast(SECOND_MILLIS * 0.9);
    assertThat(watched.lines("hang")).isNotEmpty();
    for (JsonObject hang : watched.lines("hang")) {
      // On a busy machine it may lie ready for longer than it had to wait for its answer.
      assertThat(hang.get("state").getAsString()).isIn(List.of("blocked", "starved"));
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void doesNotKeepTheJvmFromEnding(Path jdk) {
    // With all of JFR started, and main just returning.
    Watched watched = Watched.run(jdk, SETTINGS + ",jfr=eager", Story.class, "cooperative");

    assertThat(watched.exit()).isEqualTo(0);
    assertThat(watched.lines("end")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsNothingOfTheCooperativeVersion(Path jdk) {
    Watched watched = Watched.run(jdk, SETTINGS, Story.class, "cooperative").toTheEnd();

    assertThat(watched.lines("observation")).isEmpty();
    assertThat(blocked(watched.lines("hang"))).isEmpty();
  }

  @Test
  void tellsNothingOfAThousandCooperativeTasks() {
    Watched watched = Watched.run(Jdks.all().get(0), SETTINGS, Story.class, "thousand").toTheEnd();

    assertThat(watched.lines("observation")).isEmpty();
    assertThat(blocked(watched.lines("hang"))).isEmpty();
  }

  @Test
  void tellsOfADriverThatHangsForeverWhileItDoes() throws Exception {
    Path report = Files.createTempFile("unclog", ".jsonl");
    List<String> command =
        Watched.command(Jdks.all().get(0), SETTINGS, report, List.of(), Story.class.getName());
    command.add("hangs");
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      List<JsonObject> hangs = awaitHangs(report, 3);

      for (JsonObject hang : hangs) {
        assertThat(hang.get("state").getAsString()).isEqualTo("blocked");
        assertThat(hang.get("operation").getAsString()).isEqualTo("park");
        assertThat(Watched.frame(hang)).startsWith("Story.driver:");
      }
      // At growing intervals.
      double first = hangs.get(1).get("millis").getAsDouble();
      double second = hangs.get(2).get("millis").getAsDouble();
      assertThat(second).isAtLeast(1.8 * first);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static List<JsonObject> awaitHangs(Path report, int number) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      String text = Files.readString(report);
      if (text.endsWith("\n")) {
        List<JsonObject> hangs = new Watched(0, "", Watched.read(report)).lines("hang");
        if (hangs.size() >= number) {
          return hangs;
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("not told " + number + " times: " + Files.readString(report));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsOfANameServerThatDoesNotAnswer(Path jdk) {
    Watched watched = Watched.run(jdk, SETTINGS, Story.class, "no-dns");

    List<JsonObject> names =
        watched.observations("hub").stream()
            .filter(line -> line.get("kind").getAsString().equals("name-resolution"))
            .toList();
    assertWithMessage(watched.output() + watched.brief()).that(names).isNotEmpty();
    assertThat(Watched.frame(names.get(0))).startsWith("Story.resolve:");
  }

  private static List<JsonObject> blocked(List<JsonObject> hangs) {
    return hangs.stream()
        .filter(hang -> hang.get("state").getAsString().equals("blocked"))
        .toList();
  }
}
