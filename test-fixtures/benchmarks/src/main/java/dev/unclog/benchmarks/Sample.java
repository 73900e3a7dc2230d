package dev.unclog.benchmarks;

import java.util.Arrays;

/** Numbers of one kind, and what they come to. */
final class Sample {
  private final double[] sorted;

  Sample(double... values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Smallest, median, largest. */
  @Override
  public String toString() {
    return "%8.3f %8.3f %8.3f".formatted(sorted[0], median(), sorted[sorted.length - 1]);
  }
}
