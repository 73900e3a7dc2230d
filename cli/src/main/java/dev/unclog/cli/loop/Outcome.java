package dev.unclog.cli.loop;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a report tells.
 *
 * @param joined findings and observations
 * @param baseline what was known before; empty if nobody said
 * @param failOn what makes it fail
 * @param notes what a reader should know of the files that were read
 */
public record Outcome(
    Joined joined, Optional<Baseline> baseline, Set<FailOn> failOn, List<String> notes) {
  /** Copies the collections. */
  public Outcome {
    failOn = Set.copyOf(failOn);
    notes = List.copyOf(notes);
  }

  /**
   * Whether a finding was not there before.
   *
   * @param finding the finding
   * @return false too if there is no baseline
   */
  public boolean isNew(Recorded finding) {
    return baseline.isPresent()
        && finding.suppression().isEmpty()
        && !baseline.get().knows(finding);
  }

  /**
   * Whether a finding makes the report fail.
   *
   * @param judged the finding; one that is suppressed never does
   * @return true if so
   */
  public boolean fails(Judged judged) {
    Recorded finding = judged.finding();
    if (finding.suppression().isPresent()) {
      return false;
    }
    boolean isKnown = baseline.isPresent() && baseline.get().knows(finding);
    return (failOn.contains(FailOn.CONFIRMED) && judged.verdict() == Verdict.CONFIRMED)
        || (failOn.contains(FailOn.NEW) && !isKnown)
        || (failOn.contains(FailOn.ERROR) && finding.isError() && !isKnown);
  }

  /**
   * Whether what nobody foretold makes the report fail.
   *
   * @return true if there is some, and it does
   */
  public boolean unpredictedFails() {
    return failOn.contains(FailOn.UNPREDICTED) && !joined.unpredicted().isEmpty();
  }

  /**
   * How much makes it fail.
   *
   * @return 0 if it does not
   */
  public long failures() {
    return joined.judged().stream().filter(this::fails).count()
        + (unpredictedFails() ? joined.unpredicted().size() : 0);
  }

  /**
   * What the baseline knows and nobody finds any more.
   *
   * @return a line each
   */
  public List<String> fixed() {
    return baseline
        .map(known -> known.fixed(joined.judged().stream().map(Judged::finding).toList()))
        .orElse(List.of());
  }
}
