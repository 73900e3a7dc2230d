package dev.unclog.realbugs;

import dev.unclog.realbugs.LintReport.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether a report shows a bug. */
final class Judgement {
  private final Bug bug;

  Judgement(Bug bug) {
    this.bug = bug;
  }

  /** What a report says of the bug: the same question before and after its repair. */
  Answer of(LintReport report) {
    Optional<Finding> shown = report.findings().stream().filter(this::shows).findFirst();
    if (shown.isPresent()) {
      return new Answer(Answer.Kind.FOUND, shown.get().place());
    }
    Optional<String> leftOut = leftOut(report.leftOut());
    return leftOut.isPresent()
        ? new Answer(Answer.Kind.LEFT_OUT, leftOut.get())
        : new Answer(Answer.Kind.NOT_FOUND, whyNot(report));
  }

  private boolean shows(Finding finding) {
    return bug.check().map(finding.check()::equals).orElse(true)
        && isRooted(finding)
        && bug.sinks().stream().anyMatch(sink -> sink.matches(finding.sink()))
        && goesThrough(finding);
  }

  private boolean isRooted(Finding finding) {
    return bug.contexts().stream().anyMatch(context -> context.matches(finding.root()));
  }

  /**
   * The same call may stand elsewhere in the context, harmlessly or as another bug. A report that
   * does not name the way is believed.
   */
  private boolean goesThrough(Finding finding) {
    if (bug.through().isEmpty() || finding.way().isEmpty()) {
      return true;
    }
    return bug.through().stream()
        .anyMatch(
            member ->
                member.matchesAround(finding.root())
                    || finding.way().get().stream().anyMatch(member::matchesAround));
  }

  private Optional<String> leftOut(Map<String, String> files) {
    return files.keySet().stream()
        .sorted()
        .filter(file -> bug.contexts().stream().anyMatch(context -> context.isIn(file)))
        .findFirst()
        .map(file -> "left out, since " + files.get(file));
  }

  private String whyNot(LintReport report) {
    if (!report.sawContext()) {
      return "the context is not there";
    }
    List<Finding> others = report.findings().stream().filter(this::isRooted).toList();
    String way = bug.path() == PathClass.P0 ? "no such call seen" : "no way there seen";
    return others.isEmpty()
        ? way
        : way + "; other findings there: " + others.size() + ", as " + others.get(0).sink();
  }
}
