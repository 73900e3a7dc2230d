package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.JsonObject;
import dev.unclog.probed.Faults;
import dev.unclog.probed.Windows;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The watchdog can tell a hub that waits from one that computes, also where others compute. */
final class WatchdogIT {
  private static final int TRIALS = 3;
  private static final long MILLIS = 300;

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsBlockedHubsFromBusyOnesAmongHogs(Path jdk) {
    Verdicts verdicts =
        Verdicts.of(jdk, TRIALS, MILLIS, Runtime.getRuntime().availableProcessors());

    assertThat(verdicts.watched().output()).contains("played");
    assertThat(verdicts.watched().output()).doesNotContain("failed");
    String message = verdicts.watched().brief();
    assertWithMessage(message).that(verdicts.blocked(Windows.CHURN)).isNotEmpty();
    assertWithMessage(message).that(verdicts.total(Windows.CHURN)).isEqualTo(0);
    // That each window is seen, the benchmark counts: some machine may be too busy for it.
    int windows = TRIALS * Windows.WAYS_TO_BLOCK;
    assertWithMessage(message).that(verdicts.total(Windows.BLOCKED)).isAtLeast(windows * 2 / 3);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aHubThatIsBusyFirstAndThenBlockedIsObservedOnce(Path jdk) {
    // Of a class's initialisation no sensor tells without JFR.
    Watched watched =
        Watched.run(jdk, "hubs=hub-*,resolution=100ms,jfr=off", Faults.class, "turns").toTheEnd();

    String message = watched.brief();
    List<String> states =
        watched.lines("hang").stream().map(line -> line.get("state").getAsString()).toList();
    assertWithMessage(message).that(states.get(0)).isNotEqualTo("blocked");
    assertWithMessage(message).that(states).contains("blocked");
    List<JsonObject> observations = watched.observations("hub-1");
    assertWithMessage(message).that(observations).hasSize(1);
    assertThat(observations.get(0).get("kind").getAsString()).isEqualTo("lock");
    assertThat(Watched.frame(observations.get(0))).startsWith("Faults$Slow.touch:");
  }
}
