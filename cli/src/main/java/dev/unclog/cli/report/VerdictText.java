package dev.unclog.cli.report;

import dev.unclog.cli.loop.Judged;
import dev.unclog.cli.loop.Outcome;
import dev.unclog.cli.loop.Recorded;
import dev.unclog.cli.loop.Unpredicted;
import dev.unclog.cli.loop.Verdict;
import java.util.List;

/** Verdicts for people: what blocked first, a table at the end. */
public final class VerdictText {
  private final Outcome outcome;
  private final StringBuilder text = new StringBuilder();

  private VerdictText(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * Writes a report.
   *
   * @param outcome what there is to tell
   * @return the text, which ends with a line's end
   */
  public static String of(Outcome outcome) {
    VerdictText made = new VerdictText(outcome);
    made.add();
    return made.text.toString();
  }

  private void add() {
    for (Verdict verdict : Verdict.values()) {
      List<Judged> all =
          outcome.joined().judged().stream().filter(each -> each.verdict() == verdict).toList();
      if (!all.isEmpty()) {
        line(verdict.words() + ": " + all.size());
        all.forEach(this::add);
        line("");
      }
      if (verdict == Verdict.CONFIRMED) {
        unpredicted();
      }
    }
    fixed();
    outcome.notes().forEach(this::line);
    table();
  }

  private void add(Judged judged) {
    Recorded finding = judged.finding();
    line(
        "  %s:%d:%d  %s%s%s: %s"
            .formatted(
                finding.file(),
                finding.line(),
                finding.column(),
                outcome.fails(judged) ? "FAILS " : "",
                outcome.isNew(finding) ? "new " : "",
                finding.check(),
                finding.headline()));
    finding.suppression().ifPresent(reason -> line("      suppressed: " + reason));
    Evidence.of(judged).forEach(words -> line("      " + words));
    if (judged.verdict() == Verdict.CONFIRMED) {
      finding.details().forEach(detail -> line("      " + detail));
    }
  }

  private void unpredicted() {
    List<Unpredicted> all = outcome.joined().unpredicted();
    if (all.isEmpty()) {
      return;
    }
    line("unpredicted: " + all.size());
    for (Unpredicted each : all) {
      line(
          "  %s%s"
              .formatted(
                  outcome.unpredictedFails() ? "FAILS " : "",
                  each.place().isEmpty() ? "(outside of the application)" : each.place()));
      Evidence.of(each.blocked()).forEach(words -> line("      " + words));
      line("      not foretold: " + each.silence().words());
    }
    line("");
  }

  private void fixed() {
    List<String> fixed = outcome.fixed();
    if (!fixed.isEmpty()) {
      line("fixed since the baseline: " + fixed.size());
      fixed.forEach(words -> line("  " + words));
      line("");
    }
  }

  private void table() {
    int findings = outcome.joined().judged().size();
    int runs = outcome.joined().observations().jvms().size();
    line(
        "%s, %s"
            .formatted(
                findings + (findings == 1 ? " finding" : " findings"),
                runs + (runs == 1 ? " JVM watched" : " JVMs watched")));
    for (Verdict verdict : Verdict.values()) {
      long suppressed =
          outcome.joined().judged().stream()
              .filter(each -> each.verdict() == verdict)
              .filter(each -> each.finding().suppression().isPresent())
              .count();
      row(
          verdict.words(),
          outcome.joined().count(verdict),
          suppressed == 0 ? "" : "  (%d suppressed)".formatted(suppressed));
      if (verdict == Verdict.CONFIRMED) {
        row("unpredicted", outcome.joined().unpredicted().size(), "");
      }
    }
    if (outcome.baseline().isPresent()) {
      long news =
          outcome.joined().judged().stream().filter(each -> outcome.isNew(each.finding())).count();
      row("new", news, "");
      row("fixed", outcome.fixed().size(), "");
    }
    if (outcome.failures() > 0) {
      row("failing", outcome.failures(), "");
    }
  }

  private void row(String words, long number, String more) {
    line("  %-22s %5d%s".formatted(words, number, more));
  }

  private void line(String words) {
    Terminal.line(words, text);
  }
}
