package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.unclog.probed.Faults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an application does, the probe neither breaks it nor keeps silent about what it lost.
 */
final class FaultsIT {
  private static final String HUBS = "hubs=hub-*";

  @Test
  void aClassThatCannotBeWovenRunsAndIsToldOnceForEachCause() {
    Watched watched = play(own(), "jfr=eager", "unweavable");

    List<JsonObject> failures = watched.lines("failure");
    assertWithMessage(watched.brief()).that(failures).hasSize(2);
    assertThat(text(failures.get(0))).startsWith("weaving dev.unclog.probed.Full0: ");
    assertThat(watched.output()).contains("unclog: " + text(failures.get(0)));
    assertThat(failures.get(1).get("count").getAsInt()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"watchdog=on", "watchdog=off"})
  void hubsThatHaveEndedAreLetGo(String watchdog) {
    Watched watched = play(own(), HUBS + "," + watchdog, "leaked");

    assertThat(watched.output()).contains("kept: 0\n");
    assertWithMessage(watched.brief()).that(watched.lines("observation")).hasSize(20);
  }

  @Test
  void virtualThreadsAreNoHubsAndRegisteringOneIsSaidToBeInVain() {
    Path jdk = Jdks.all().get(Jdks.all().size() - 1);
    assumeTrue(Jdks.feature(jdk) >= 21, "a JDK with virtual threads");
    Watched watched = play(jdk, HUBS, "virtual");

    assertWithMessage(watched.brief()).that(watched.lines("observation")).hasSize(1);
    assertThat(watched.observations("hub-2")).hasSize(1);
    assertThat(text(watched.lines("failure").get(0)))
        .isEqualTo("a virtual thread is no hub: hub-1");
  }

  private static String text(JsonObject failure) {
    return failure.get("message").getAsString();
  }

  private static Watched play(Path jdk, String settings, String fault) {
    Watched watched = Watched.run(jdk, settings, Faults.class, fault).toTheEnd();
    assertThat(watched.output()).contains("played");
    return watched;
  }

  private static Path own() {
    return Path.of(System.getProperty("java.home"));
  }
}
