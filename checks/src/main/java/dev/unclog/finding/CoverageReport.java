package dev.unclog.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far calls could be followed in a compilation.
 *
 * @param followed how many calls led to a body
 * @param unresolved what was called and not followed, the most frequent first
 * @param farFetched how many possible findings were left out, since their ways are far-fetched
 * @param missing classes that are named and not there, sorted
 */
public record CoverageReport(
    int followed, List<Unresolved> unresolved, int farFetched, List<String> missing) {
  private static final int MOST_NAMED = 10;

  /** Sorts what is unresolved. */
  public CoverageReport {
    unresolved =
        unresolved.stream()
            .sorted(
                Comparator.comparing((Unresolved what) -> -what.calls())
                    .thenComparing(Unresolved::callee)
                    .thenComparing(Unresolved::why))
            .toList();
    missing = missing.stream().sorted().distinct().toList();
  }

  /**
   * A method that was called and not followed.
   *
   * @param callee as {@code com.acme.Store#save(Item)}
   * @param why in a few words
   * @param calls how many
   */
  public record Unresolved(String callee, String why, int calls) {}

  /**
   * One report of several compilations.
   *
   * @param reports one for each
   * @return their sum
   */
  public static CoverageReport sum(List<CoverageReport> reports) {
    Map<Unresolved, Integer> calls =
        reports.stream()
            .flatMap(report -> report.unresolved.stream())
            .collect(
                Collectors.toMap(
                    what -> new Unresolved(what.callee, what.why, 0),
                    Unresolved::calls,
                    Integer::sum));
    List<Unresolved> all = new ArrayList<>();
    calls.forEach((what, count) -> all.add(new Unresolved(what.callee, what.why, count)));
    return new CoverageReport(
        reports.stream().mapToInt(CoverageReport::followed).sum(),
        all,
        reports.stream().mapToInt(CoverageReport::farFetched).sum(),
        reports.stream().flatMap(report -> report.missing.stream()).toList());
  }

  /**
   * In one line.
   *
   * @return as {@code 12 calls followed, 3 not: no implementation in sight 2, …}
   */
  public String summary() {
    Map<String, Integer> byWhy = new TreeMap<>();
    unresolved.forEach(what -> byWhy.merge(what.why, what.calls, Integer::sum));
    int calls = unresolved.stream().mapToInt(Unresolved::calls).sum();
    StringBuilder line = new StringBuilder();
    line.append(followed).append(followed == 1 ? " call followed, " : " calls followed, ");
    line.append(calls).append(" not");
    if (calls > 0) {
      line.append(
          byWhy.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Integer>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", ", ": ", "")));
    }
    if (farFetched > 0) {
      line.append("; ").append(farFetched).append(" far-fetched left out");
    }
    if (!missing.isEmpty()) {
      line.append("; ").append(missing.size());
      line.append(missing.size() == 1 ? " class missing" : " classes missing");
    }
    return line.toString();
  }

  /**
   * The whole of it for people.
   *
   * @return the summary and what was not followed most often, a line each
   */
  public String text() {
    StringBuilder text = new StringBuilder(summary());
    unresolved.stream()
        .limit(MOST_NAMED)
        .forEach(
            what ->
                text.append("\n  ")
                    .append(what.calls)
                    .append(" of ")
                    .append(what.callee)
                    .append(": ")
                    .append(what.why));
    missing.stream().limit(MOST_NAMED).forEach(type -> text.append("\n  missing: ").append(type));
    return text.toString();
  }
}
