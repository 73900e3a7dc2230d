package dev.unclog.realbugs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The results as a table that people and Markdown both read, and what they add up to. */
final class Results {
  private final List<Result> results;

  Results(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /** A line for each bug. */
  String table() {
    List<String> lines = new ArrayList<>();
    lines.add("| id | project | path | context | depth | buggy version | fixed version | time |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (Result result : results) {
      Bug bug = result.bug();
      lines.add(
          "| %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  bug.id(),
                  bug.project(),
                  bug.path(),
                  bug.contextClass(),
                  bug.depth(),
                  cell(result.buggyInWords()),
                  cell(result.marked().fixedInWords()),
                  result.isJudged() ? result.time().toSeconds() + " s" : "-"));
    }
    return String.join("\n", lines) + "\n";
  }

  /**
   * What was found with nothing marked and no stub for it, of the bugs whose context the linter can
   * recognise: a framework's types show it, or a signature does.
   */
  String unmarked() {
    List<Versions> asked =
        results.stream()
            .filter(Results::isRecognisable)
            .map(Result::unmarked)
            .filter(Versions::areAsked)
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add("| id | project | path | context | with nothing marked | fixed version |");
    lines.add("|---|---|---|---|---|---|");
    for (Versions versions : asked) {
      Bug bug = versions.bug();
      lines.add(
          "| %s | %s | %s | %s | %s | %s |"
              .formatted(
                  bug.id(),
                  bug.project(),
                  bug.path(),
                  bug.contextClass(),
                  cell(versions.buggyInWords("found")),
                  cell(versions.fixedInWords())));
    }
    long bugs = asked.size();
    long found = asked.stream().filter(Versions::isFound).count();
    long fixes = asked.stream().filter(Versions::isFixSeen).count();
    long flagged = asked.stream().filter(Versions::isFlaggedAfterFix).count();
    return """
        %s

        With nothing marked, contexts C0, C0F and C1, path P0 to P3:
        found %d of %d (%s); flagged after a true fix %d of %d (%s).
        """
        .formatted(
            String.join("\n", lines),
            found,
            bugs,
            share(found, bugs),
            flagged,
            fixes,
            share(flagged, fixes));
  }

  private static boolean isRecognisable(Result result) {
    return result.bug().path().isPathOfCalls() && result.bug().contextClass().isRecognisable();
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "none" : Math.round(100.0 * part / whole) + " %";
  }

  private static String cell(String words) {
    String line = words.replaceAll("\\s+", " ");
    return line.replace("|", "\\|").replace("<", "&lt;");
  }

  /** Sums, each with what it is a part of. */
  String totals() {
    List<Result> judged = results.stream().filter(Result::isJudged).toList();
    Predicate<Result> path = result -> result.bug().path().isPathOfCalls();
    List<String> lines = new ArrayList<>();
    lines.add(
        "| of which | bugs | found | of these unmarked | true fixes looked at | still flagged |");
    lines.add("|---|---|---|---|---|---|");
    lines.add(line("all that were asked about", judged));
    lines.add(line("path P0 to P3", judged.stream().filter(path).toList()));
    for (PathClass one : PathClass.values()) {
      group("path " + one, judged, result -> result.bug().path() == one, lines);
    }
    for (ContextClass one : ContextClass.values()) {
      group("context " + one, judged, result -> result.bug().contextClass() == one, lines);
    }
    long published = count(results, result -> result.bug().isPublished());
    return """
        Bugs: %d; with both versions published: %d; of these asked about: %d.
        Without a true fix, counted as bugs but not as fixes: %s.
        Context left out, since its source does not compile by itself: %s.
        Kinds switched on: %s.

        %s
        """
        .formatted(
            results.size(),
            published,
            judged.size(),
            ids(judged, result -> !result.bug().trueFix(), Bug::id),
            ids(judged, result -> result.marked().buggy().get().is(Answer.Kind.LEFT_OUT), Bug::id),
            ids(judged, result -> !result.bug().kinds().isEmpty(), Results::kinds),
            String.join("\n", lines));
  }

  private static String kinds(Bug bug) {
    return bug.kinds() + " for " + bug.id();
  }

  private static void group(
      String name, List<Result> judged, Predicate<Result> wanted, List<String> lines) {
    List<Result> some = judged.stream().filter(wanted).toList();
    if (!some.isEmpty()) {
      lines.add(line(name, some));
    }
  }

  private static String line(String name, List<Result> some) {
    return "| %s | %d | %d | %d | %d | %d |"
        .formatted(
            name,
            some.size(),
            count(some, result -> result.marked().isFound()),
            count(some, result -> result.unmarked().isFound()),
            count(some, result -> result.marked().isFixSeen()),
            count(some, result -> result.marked().isFlaggedAfterFix()));
  }

  private static long count(List<Result> some, Predicate<Result> wanted) {
    return some.stream().filter(wanted).count();
  }

  private static String ids(
      List<Result> some, Predicate<Result> wanted, Function<Bug, String> name) {
    List<String> names = some.stream().filter(wanted).map(Result::bug).map(name).toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
