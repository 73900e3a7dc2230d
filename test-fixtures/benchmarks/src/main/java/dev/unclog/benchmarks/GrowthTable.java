package dev.unclog.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a program cost by its size.
 *
 * @param shape of the program
 * @param rows from the smallest on
 */
record GrowthTable(String shape, List<Row> rows) {
  /**
   * One size.
   *
   * @param size in methods
   * @param baseSeconds CPU time without Unclog
   * @param seconds CPU time with it
   * @param baseMegabytes memory without Unclog
   * @param megabytes memory with it
   * @param findings of Unclog's
   */
  record Row(
      int size,
      double baseSeconds,
      double seconds,
      double baseMegabytes,
      double megabytes,
      long findings) {
    double addedSeconds() {
      return seconds - baseSeconds;
    }

    double addedMegabytes() {
      return megabytes - baseMegabytes;
    }
  }

  /** The head of a table of several. */
  static String head() {
    return "| Program | methods | CPU time, s: without | with Unclog | memory, MB: without"
        + " | with Unclog | findings |\n| --- | --- | --- | --- | --- | --- | --- |\n";
  }

  /** Its rows, and how what Unclog adds grows from the last size but one to the last. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %.2f | %.2f | %.1f | %.1f | %d |%n",
              shape,
              row.size,
              row.baseSeconds,
              row.seconds,
              row.baseMegabytes,
              row.megabytes,
              row.findings));
    }
    return text.append(
            "| **exponent of what is added** | | | %s | | %s | |\n"
                .formatted(exponent(Row::addedSeconds), exponent(Row::addedMegabytes)))
        .toString();
  }

  /** The slope of the difference, where both axes are logarithmic; none where nothing was added. */
  String exponent(ToDoubleFunction<Row> added) {
    if (rows.size() < 2) {
      return "";
    }
    Row before = rows.get(rows.size() - 2);
    Row last = rows.get(rows.size() - 1);
    double grown = added.applyAsDouble(last) / added.applyAsDouble(before);
    return added.applyAsDouble(before) <= 0 || grown <= 0
        ? "within the noise"
        : String.format(
            Locale.ROOT, "%.2f", Math.log(grown) / Math.log((double) last.size / before.size));
  }
}
