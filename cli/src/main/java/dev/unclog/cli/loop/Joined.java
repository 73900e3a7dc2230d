package dev.unclog.cli.loop;

import dev.unclog.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings and observations, brought together.
 *
 * @param judged all findings: by verdict, then the worst first
 * @param unpredicted what no finding foretold, the worst first
 * @param observations what it was judged by
 */
public record Joined(
    List<Judged> judged, List<Unpredicted> unpredicted, Observations observations) {
  /** Copies the lists. */
  public Joined {
    judged = List.copyOf(judged);
    unpredicted = List.copyOf(unpredicted);
  }

  /**
   * Joins.
   *
   * @param found what the compiler found
   * @param observations what the probe saw
   * @param catalogue what the compiler knew
   * @return both
   */
  public static Joined of(Found found, Observations observations, Catalogue catalogue) {
    List<Recorded> findings = found.findings();
    Set<String> known =
        findings.stream().map(Recorded::fingerprint).collect(Collectors.toUnmodifiableSet());
    Map<String, List<Observed>> byFinding = new LinkedHashMap<>();
    Map<String, List<Observed>> byPlace = new LinkedHashMap<>();
    for (Observed seen : observations.observed()) {
      List<String> foretold = seen.findings().stream().filter(known::contains).toList();
      foretold.forEach(each -> add(byFinding, each, seen));
      if (foretold.isEmpty() && !seen.isAllowed()) {
        add(byPlace, seen.place() + " " + seen.kind(), seen);
      }
    }
    Silences silences = new Silences(catalogue, found.contexts());
    return new Joined(
        findings.stream()
            .map(
                finding ->
                    Judged.of(
                        finding,
                        observations,
                        byFinding.getOrDefault(finding.fingerprint(), List.of())))
            .sorted(ORDER)
            .toList(),
        byPlace.values().stream()
            .map(seen -> unpredicted(seen, silences))
            .sorted(
                Comparator.comparingDouble((Unpredicted each) -> -each.blocked().millis())
                    .thenComparing(Unpredicted::place))
            .toList(),
        observations);
  }

  private static void add(Map<String, List<Observed>> to, String key, Observed seen) {
    to.computeIfAbsent(key, name -> new ArrayList<>()).add(seen);
  }

  private static Unpredicted unpredicted(List<Observed> seen, Silences silences) {
    Blocked blocked = Blocked.of(seen);
    return new Unpredicted(seen.get(0).place(), blocked, silences.of(blocked.shortest()));
  }

  private static final Comparator<Judged> ORDER =
      Comparator.comparing(Judged::verdict)
          .thenComparing(each -> each.finding().suppression().isPresent())
          .thenComparingDouble(each -> -each.blocked().map(Blocked::millis).orElse(0.0))
          .thenComparing(each -> each.finding().module())
          .thenComparing(each -> each.finding().file())
          .thenComparingInt(each -> each.finding().line())
          .thenComparingInt(each -> each.finding().column())
          .thenComparing(each -> each.finding().check())
          .thenComparing(each -> each.finding().fingerprint());

  /**
   * How many findings have a verdict.
   *
   * @param verdict the verdict
   * @return their number, suppressed ones included
   */
  public long count(Verdict verdict) {
    return judged.stream().filter(each -> each.verdict() == verdict).count();
  }
}
