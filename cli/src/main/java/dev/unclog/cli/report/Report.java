package dev.unclog.cli.report;

import dev.unclog.cli.javac.Checks;
import java.util.List;

/**
 * Everything that came of a run.
 *
 * @param version this program's version
 * @param rules the checks that ran
 * @param parts a part for each target, in the order of the command line
 */
public record Report(String version, List<Checks.Rule> rules, List<Part> parts) {
  /** Copies the lists. */
  public Report {
    rules = List.copyOf(rules);
    parts = List.copyOf(parts);
  }

  /**
   * Whether anything is to be repaired.
   *
   * @return true if there is a finding that is not suppressed
   */
  public boolean hasFindings() {
    return parts.stream().anyMatch(part -> part.findings(false).findAny().isPresent());
  }
}
