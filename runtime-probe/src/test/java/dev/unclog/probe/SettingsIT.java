package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.unclog.probed.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same settings by the same names, from three places; what cannot be meant is an error. */
final class SettingsIT {
  private static final String STORY = Story.class.getName();

  @TempDir private Path folder;

  @Test
  void areReadFromSystemProperties() {
    Watched watched = Watched.run(own(), "", List.of("-Dunclog.hubs=hub"), STORY, "blocking");

    assertThat(watched.observations("hub")).hasSize(10);
  }

  @Test
  void areReadFromAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("unclog.properties"), "hubs=hub\n");

    Watched watched = Watched.run(own(), "settings=" + file, Story.class, "blocking");

    assertThat(watched.observations("hub")).hasSize(10);
  }

  @Test
  void anUnknownOneIsAnErrorThatSaysSo() {
    for (List<String> jvm : List.of(List.of("-Dunclog.hub=x"), List.of("-Dunclog.Hubs=x"))) {
      Watched watched = Watched.run(own(), "", jvm, STORY, "blocking");

      assertThat(watched.exit()).isEqualTo(1);
      assertThat(watched.output()).contains("unclog: unknown setting");
      assertThat(watched.output()).contains("hubs, resolution");
      assertThat(watched.output()).doesNotContain("took");
    }
  }

  @Test
  void aValueThatCannotBeMeantIsAnErrorThatSaysSo() {
    Watched watched = Watched.run(own(), "resolution=soon", Story.class, "blocking");

    assertThat(watched.exit()).isEqualTo(1);
    assertThat(watched.output()).contains("resolution=soon: expected a time");
  }

  @Test
  void onlyTheKindsAskedForAreTold() {
    Watched watched =
        Watched.run(own(), "hubs=hub,kinds=file,network", Story.class, "blocking").toTheEnd();

    assertThat(watched.observations("hub")).isEmpty();
  }

  @Test
  void suppressionsFromAFileAreHonoured() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("unclog.suppressions"),
            "dev.unclog.probed.Story.askAndWait wait # known\n");

    Watched watched =
        Watched.run(own(), "hubs=hub,suppressions=" + file, Story.class, "blocking").toTheEnd();

    assertThat(watched.observations("hub")).isEmpty();
    for (JsonObject hang : watched.lines("hang")) {
      assertThat(hang.get("state").getAsString()).isNotEqualTo("blocked");
    }
  }

  @Test
  void aFlightRecordingShowsWhatBlockedAndWhatHung() throws Exception {
    Path recording = folder.resolve("recording.jfr");
    Watched watched =
        Watched.run(
                own(),
                "hubs=hub,resolution=50ms",
                List.of("-XX:StartFlightRecording=filename=" + recording),
                STORY,
                "blocking")
            .toTheEnd();

    List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
    List<RecordedEvent> blocked =
        events.stream()
            .filter(event -> event.getEventType().getName().equals("dev.unclog.BlockedHub"))
            .toList();
    // JFR may write its file while the last is still judged.
    assertThat(blocked.size()).isAtLeast(watched.observations("hub").size() - 1);
    assertThat(blocked.get(0).getString("hub")).isEqualTo("hub");
    assertThat(blocked.get(0).getString("frame")).contains("Story.askAndWait(Story.java:");
    assertThat(blocked.get(0).getDuration("blockedFor").toMillis()).isAtLeast(50);
    assertThat(events.stream().map(event -> event.getEventType().getName()).toList())
        .contains("dev.unclog.HangingHub");
  }

  private static Path own() {
    return Path.of(System.getProperty("java.home"));
  }
}
