package dev.unclog.cli.loop;

import java.util.Optional;

/**
 * A finding with its verdict.
 *
 * @param finding the finding
 * @param verdict what became of it
 * @param counted how often its call was made
 * @param sinkCounted how often the call that blocks was made, where that is known apart
 * @param blocked what was seen of it; empty unless it is confirmed
 */
public record Judged(
    Recorded finding,
    Verdict verdict,
    Counted counted,
    Counted sinkCounted,
    Optional<Blocked> blocked) {
  static Judged of(Recorded finding, Observations all, java.util.List<Observed> seen) {
    Counted counted = all.count(finding.fingerprint());
    Verdict verdict;
    if (!seen.isEmpty()) {
      verdict = Verdict.CONFIRMED;
    } else if (counted.onHubs() > 0) {
      verdict = Verdict.REACHED;
    } else if (counted.elsewhere() > 0) {
      verdict = Verdict.REACHED_OFF_HUB;
    } else if (!finding.isWatchable() || all.isMissing(finding.fingerprint())) {
      verdict = Verdict.NOT_WATCHED;
    } else {
      verdict = Verdict.NOT_REACHED;
    }
    return new Judged(
        finding,
        verdict,
        counted,
        all.sinkCount(finding.fingerprint()),
        seen.isEmpty() ? Optional.empty() : Optional.of(Blocked.of(seen)));
  }
}
