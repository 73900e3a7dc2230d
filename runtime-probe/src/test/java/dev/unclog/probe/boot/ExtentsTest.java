package dev.unclog.probe.boot;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** When a thread was a hub, as far as that is remembered. */
class ExtentsTest {
  private final Extents extents = new Extents();

  @Test
  void whatIsBeforeBetweenOrAfterIsNotWithin() {
    extents.begin(100);
    extents.end(200);
    extents.begin(300);
    extents.end(400);

    assertThat(extents.hold(99)).isFalse();
    assertThat(extents.hold(150)).isTrue();
    assertThat(extents.hold(250)).isFalse();
    assertThat(extents.hold(350)).isTrue();
    assertThat(extents.hold(401)).isFalse();
  }

  @Test
  void whatHasNotEndedHoldsWhateverComes() {
    extents.begin(100);

    assertThat(extents.hold(99)).isFalse();
    assertThat(extents.hold(1_000)).isTrue();
  }

  @Test
  void whatIsLongerAgoThanIsRememberedIsTakenForWithin() {
    for (int i = 1; i <= 5_000; i++) {
      extents.begin(i * 100L);
      extents.end(i * 100L + 10);
    }

    assertThat(extents.hold(50)).isTrue();
    assertThat(extents.hold(499_905)).isTrue();
    assertThat(extents.hold(499_950)).isFalse();
  }
}
