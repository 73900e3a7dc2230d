package dev.unclog.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What compilations took, by variant and in the order of the rounds, and how they compare within a
 * round.
 *
 * @param weighed by variant
 * @param timed by variant
 */
record CostTable(Map<Variant, List<Cost>> weighed, Map<Variant, List<Cost>> timed) {
  private static final double PERCENT = 100;

  /** As Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    figures(text, "CPU time, seconds", timed, Cost::cpuSeconds);
    figures(text, "Elapsed, seconds", timed, Cost::wallSeconds);
    figures(text, "Memory in use at most, MB", weighed, Cost::megabytes);
    head(text, "Ratio to Error Prone with no checks, within a round");
    for (Variant variant : timed.keySet()) {
      if (variant != Variant.NO_CHECKS) {
        row(text, variant + ", CPU time", ratios(timed, Cost::cpuSeconds, variant), 3);
        row(text, variant + ", memory", ratios(weighed, Cost::megabytes, variant), 3);
      }
    }
    text.append(
        "\n| Share of NullAway's overhead, of the medians | CPU time | memory | findings |\n"
            + "| --- | --- | --- | --- |\n");
    for (Variant variant : timed.keySet()) {
      if (Variant.ofUnclog().contains(variant) || variant == Variant.NULLAWAY) {
        text.append(
            "| %s | %s | %s | %d |\n"
                .formatted(
                    variant,
                    share(timed, Cost::cpuSeconds, variant),
                    share(weighed, Cost::megabytes, variant),
                    weighed.get(variant).get(0).findings()));
      }
    }
    return text.toString();
  }

  private static void figures(
      StringBuilder text,
      String name,
      Map<Variant, List<Cost>> costs,
      ToDoubleFunction<Cost> number) {
    head(text, name);
    costs.forEach((variant, all) -> row(text, variant.toString(), Spread.of(all, number), 1));
    text.append('\n');
  }

  private static void head(StringBuilder text, String name) {
    text.append("| ").append(name).append(" | min | median | max |\n| --- | --- | --- | --- |\n");
  }

  private static void row(StringBuilder text, String name, Spread spread, int digits) {
    text.append("| ").append(name).append(" | ").append(spread.cells(digits)).append(" |\n");
  }

  private static Spread ratios(
      Map<Variant, List<Cost>> costs, ToDoubleFunction<Cost> number, Variant variant) {
    List<Cost> above = costs.get(variant);
    List<Cost> below = costs.get(Variant.NO_CHECKS);
    return new Spread(
        IntStream.range(0, above.size())
            .mapToDouble(
                round ->
                    number.applyAsDouble(above.get(round)) / number.applyAsDouble(below.get(round)))
            .toArray());
  }

  /** What a variant adds, as a part of what NullAway adds. */
  private static String share(
      Map<Variant, List<Cost>> costs, ToDoubleFunction<Cost> number, Variant variant) {
    if (!costs.containsKey(Variant.NULLAWAY)) {
      return "";
    }
    double added = ratios(costs, number, variant).median() - 1;
    double byNullAway = ratios(costs, number, Variant.NULLAWAY).median() - 1;
    return byNullAway <= 0
        ? "within the noise"
        : String.format(Locale.ROOT, "%.0f %%", PERCENT * added / byNullAway);
  }
}
