package dev.unclog.cli.report;

import dev.unclog.cli.javac.LeftOut;
import dev.unclog.cli.javac.Located;
import dev.unclog.cli.javac.Outcome;
import dev.unclog.cli.target.Target;
import dev.unclog.finding.Chokes;
import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.Explanation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of linting one target.
 *
 * @param target what was linted
 * @param outcomes an outcome for each of its units
 */
public record Part(Target target, List<Outcome> outcomes) {
  /** Copies the list. */
  public Part {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * How many sources the checks saw.
   *
   * @return their number
   */
  public int linted() {
    return outcomes.stream().mapToInt(outcome -> outcome.linted().size()).sum();
  }

  /**
   * The sources that they did not see.
   *
   * @return the sources, with the reason
   */
  public List<LeftOut> leftOut() {
    return outcomes.stream().flatMap(outcome -> outcome.leftOut().stream()).toList();
  }

  /**
   * Class files that could not be read.
   *
   * @return each once
   */
  public Set<String> unreadable() {
    Set<String> all = new LinkedHashSet<>();
    outcomes.forEach(outcome -> all.addAll(outcome.unreadable()));
    return all;
  }

  /**
   * What the checks had to say beside their findings: what they could not see through.
   *
   * @return each once
   */
  public Set<String> notes() {
    Set<String> all = new LinkedHashSet<>();
    outcomes.forEach(outcome -> all.addAll(outcome.notes()));
    return all;
  }

  /**
   * The cooperative code that was seen.
   *
   * @return each once
   */
  public Set<String> contexts() {
    Set<String> all = new LinkedHashSet<>();
    outcomes.forEach(outcome -> all.addAll(outcome.contexts()));
    return all;
  }

  /**
   * The findings, in the order of files, lines and columns.
   *
   * @param suppressed whether suppressed ones are wanted, or the others
   * @return the findings
   */
  public Stream<Located> findings(boolean suppressed) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.findings().stream())
        .filter(located -> located.finding().suppression().isPresent() == suppressed)
        .sorted(BY_PLACE);
  }

  /**
   * How far calls could be followed.
   *
   * @return in all units
   */
  public CoverageReport coverage() {
    return CoverageReport.sum(outcomes.stream().map(Outcome::coverage).toList());
  }

  /**
   * Why methods that were asked about block, or do not. What one unit knows of a method, another
   * need not.
   *
   * @return the answers, each once
   */
  public Set<String> explanations() {
    List<Explanation> all =
        outcomes.stream().flatMap(outcome -> outcome.explanations().stream()).toList();
    Set<String> known =
        all.stream()
            .filter(Explanation::isFound)
            .map(Explanation::asked)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(answer -> answer.isFound() || !known.contains(answer.asked()))
        .map(Explanation::text)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * What the findings have in common.
   *
   * @return calls through which several of them go
   */
  public Chokes chokes() {
    return Chokes.among(findings(false).map(Located::finding).toList());
  }

  /**
   * A finding's file, as a user knows it.
   *
   * @param located the finding
   * @return its name
   */
  public String name(Located located) {
    return target.base().name(located.source());
  }

  static final Comparator<Located> BY_PLACE =
      Comparator.comparing((Located located) -> located.source().toString())
          .thenComparingInt(located -> located.finding().place().line())
          .thenComparingInt(located -> located.finding().place().column())
          .thenComparingInt(located -> located.finding().place().endLine())
          .thenComparingInt(located -> located.finding().place().endColumn())
          .thenComparing(located -> located.finding().check());
}
