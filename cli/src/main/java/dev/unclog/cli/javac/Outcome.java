package dev.unclog.cli.javac;

import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.Explanation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What came of linting one unit.
 *
 * @param linted the sources that the checks saw
 * @param leftOut those that they did not see
 * @param unreadable class files that the compiler could not read, with what is wrong with each
 * @param notes what the checks had to say beside their findings
 * @param contexts the cooperative code that was seen
 * @param findings what was found, suppressed findings too
 * @param coverage how far calls could be followed
 * @param explanations of the methods that were asked about
 */
public record Outcome(
    List<Path> linted,
    List<LeftOut> leftOut,
    List<String> unreadable,
    List<String> notes,
    Set<String> contexts,
    List<Located> findings,
    CoverageReport coverage,
    List<Explanation> explanations) {

  /** Copies the collections. */
  public Outcome {
    linted = List.copyOf(linted);
    leftOut = List.copyOf(leftOut);
    unreadable = List.copyOf(unreadable);
    notes = List.copyOf(notes);
    contexts = Set.copyOf(contexts);
    findings = List.copyOf(findings);
    explanations = List.copyOf(explanations);
  }
}
