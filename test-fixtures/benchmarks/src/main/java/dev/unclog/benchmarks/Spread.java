package dev.unclog.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Numbers of one kind, and what they come to. */
final class Spread {
  private final double[] sorted;

  Spread(double... values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** One number of each of some things. */
  static <T> Spread of(List<T> things, ToDoubleFunction<T> number) {
    return new Spread(things.stream().mapToDouble(number).toArray());
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Smallest, median, largest, as the cells of a table. */
  String cells(int digits) {
    String cell = "%." + digits + "f";
    return (cell + " | " + cell + " | " + cell)
        .formatted(sorted[0], median(), sorted[sorted.length - 1]);
  }
}
