package dev.unclog.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GrowthTableTest {
  @Test
  void whatGrowsAsTheCodeDoesHasExponentOne() {
    assertThat(exponent(row(100, 0.5), row(1_000, 0.2), row(10_000, 2))).isEqualTo("1.00");
  }

  @Test
  void whatGrowsAsItsSquareHasExponentTwo() {
    assertThat(exponent(row(1_000, 0.2), row(10_000, 20))).isEqualTo("2.00");
  }

  @Test
  void sizesNeedNotBeTenfold() {
    assertThat(exponent(row(1_000, 1), row(2_000, 4))).isEqualTo("2.00");
  }

  @Test
  void nothingIsSaidOfWhatTheNoiseHides() {
    assertThat(exponent(row(1_000, -0.1), row(10_000, 1))).isEqualTo("within the noise");
    assertThat(exponent(row(1_000, 0.1), row(10_000, -1))).isEqualTo("within the noise");
  }

  private static String exponent(GrowthTable.Row... rows) {
    return new GrowthTable("any", List.of(rows)).exponent(GrowthTable.Row::addedSeconds);
  }

  private static GrowthTable.Row row(int size, double added) {
    return new GrowthTable.Row(size, 3, 3 + added, 0, 0, 0);
  }
}
