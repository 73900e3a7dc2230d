package dev.unclog.cli.loop;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What several observations have in common.
 *
 * @param times how many there are
 * @param millis how long they took together
 * @param maxMillis how long the longest took
 * @param p99Millis how long 99 % of them took at most
 * @param operations what was done, each once
 * @param kind what was waited for
 * @param shortest the one with the shortest stack
 */
public record Blocked(
    int times,
    double millis,
    double maxMillis,
    double p99Millis,
    List<String> operations,
    String kind,
    Observed shortest) {
  private static final double PERCENTILE = 0.99;

  /** Of at least one observation. */
  static Blocked of(List<Observed> seen) {
    List<Double> sorted = seen.stream().map(Observed::millis).sorted().toList();
    int rank = (int) Math.ceil(PERCENTILE * sorted.size());
    return new Blocked(
        seen.size(),
        sorted.stream().mapToDouble(Double::doubleValue).sum(),
        sorted.get(sorted.size() - 1),
        sorted.get(rank - 1),
        seen.stream().map(Observed::operation).distinct().sorted().toList(),
        seen.stream().map(Observed::kind).distinct().sorted().collect(Collectors.joining(", ")),
        seen.stream().min(Comparator.comparingInt(each -> each.stack().size())).orElseThrow());
  }
}
