package dev.unclog.probe;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.probe.hub.NamePattern;
import org.junit.jupiter.api.Test;

/** Patterns mean what whoever writes them means, in the way of shells or of regular expressions. */
final class NamePatternTest {
  @Test
  void readsThemAsAShellDoes() {
    assertThat(NamePattern.of("worker-*").matches("worker-1")).isTrue();
    assertThat(NamePattern.of("worker-?").matches("worker-12")).isFalse();
    assertThat(NamePattern.of("a*|b*").matches("b1")).isTrue();
  }

  @Test
  void readsThemAsRegularExpressionsToo() {
    assertThat(NamePattern.of("worker-\\d+").matches("worker-12")).isTrue();
    assertThat(NamePattern.of("worker-.*").matches("worker-1")).isTrue();
    assertThat(NamePattern.of("worker-\\d+").matches("worker-x")).isFalse();
  }

  @Test
  void matchesWholeNamesOnly() {
    assertThat(NamePattern.of("hub").matches("hub-1")).isFalse();
    assertThat(NamePattern.of("hub").matches("hub")).isTrue();
  }

  @Test
  void whatIsNoRegularExpressionIsReadAsAShellDoes() {
    assertThat(NamePattern.of("*-loop").matches("my-loop")).isTrue();
  }

  @Test
  void noneMatchesNothing() {
    assertThat(NamePattern.of("").matches("")).isFalse();
  }
}
