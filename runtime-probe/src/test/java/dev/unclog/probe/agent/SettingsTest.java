package dev.unclog.probe.agent;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Settings, and what is said of those that cannot be meant. */
final class SettingsTest {
  private final Properties properties = new Properties();

  @Test
  void agentArgumentsGoBeforeSystemProperties() throws Exception {
    properties.setProperty("unclog.hubs", "theirs");
    properties.setProperty("unclog.resolution", "50ms");

    Settings settings = Settings.read("hubs=mine", properties);

    assertThat(settings.text(Setting.HUBS)).isEqualTo("mine");
    assertThat(settings.duration(Setting.RESOLUTION)).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void aValueMayHoldCommas() throws Exception {
    Settings settings = Settings.read("hubs=loop-\\d{1,2},resolution=1s", properties);

    assertThat(settings.text(Setting.HUBS)).isEqualTo("loop-\\d{1,2}");
    assertThat(settings.duration(Setting.RESOLUTION)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void otherPropertiesAreLeftAlone() throws Exception {
    properties.setProperty("unclogged.hub", "x");

    Settings.read(null, properties);
  }

  @Test
  void anUnknownNameIsAnErrorThatSaysWhatThereIs() {
    String message = messageOf("hub=x");

    assertThat(message).contains("unknown setting 'hub' in agent arguments");
    assertThat(message).contains("hubs");
  }

  @Test
  void anUnknownKindIsAnErrorThatSaysWhatThereIs() {
    assertThat(messageOf("kinds=fils")).contains("unknown kind 'fils'");
  }

  @Test
  void aTimeWithoutAUnitIsAnError() {
    assertThat(messageOf("resolution=100")).contains("expected a time such as");
    assertThat(messageOf("resolution=0ms")).contains("expected a time such as");
  }

  @Test
  void aSwitchThatIsNeitherOnNorOffIsAnError() {
    assertThat(messageOf("sensors=maybe")).contains("expected one of on, off");
  }

  private String messageOf(String arguments) {
    return assertThrows(SettingsException.class, () -> Settings.read(arguments, properties))
        .getMessage();
  }
}
