package dev.unclog.cli.report;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.cli.javac.LeftOut;
import dev.unclog.cli.javac.Located;
import dev.unclog.finding.Chokes;
import dev.unclog.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report for people: findings by file, then what was linted and what was not. */
public final class TextReport {
  private static final String UNMARKED =
      """
      No cooperative code was seen, so nothing could block it. Mark some with @Cooperative,
      or from outside: --cooperative 'com.acme.Session#onMessage', or --stubs FILE.
      """;

  private final boolean withSuppressed;
  private final boolean verbose;
  private final StringBuilder text = new StringBuilder();

  private TextReport(boolean withSuppressed, boolean verbose) {
    this.withSuppressed = withSuppressed;
    this.verbose = verbose;
  }

  /**
   * Writes a report.
   *
   * @param report what came of the run
   * @param withSuppressed whether suppressed findings are shown too
   * @param verbose whether each source that was left out is named, and each missing dependency
   * @return the text, which ends with a line's end
   */
  public static String of(Report report, boolean withSuppressed, boolean verbose) {
    TextReport made = new TextReport(withSuppressed, verbose);
    boolean several = report.parts().size() > 1;
    for (Part part : report.parts()) {
      if (several) {
        made.line("== " + part.target().name());
      }
      made.add(part);
    }
    return made.text.toString();
  }

  private void add(Part part) {
    findings(part);
    explanations(part);
    notSeen(part);
    summary(part);
  }

  private void findings(Part part) {
    Chokes chokes = part.chokes();
    List<Located> shown =
        Stream.concat(
                part.findings(false), withSuppressed ? part.findings(true) : Stream.<Located>of())
            .filter(located -> !chokes.isToldWithAnother(located.finding()))
            .sorted(Part.BY_PLACE)
            .toList();
    String file = "";
    for (Located located : shown) {
      String name = part.name(located);
      if (!name.equals(file)) {
        line(name);
        file = name;
      }
      Finding finding = located.finding();
      line(
          "  %d:%d  %s: %s"
              .formatted(
                  finding.place().line(),
                  finding.place().column(),
                  finding.check(),
                  finding.headline()));
      chokes.details(finding).forEach(detail -> line("      " + detail));
      finding.suppression().ifPresent(reason -> line("      suppressed: " + reason));
    }
    if (!shown.isEmpty()) {
      line("");
    }
  }

  private void explanations(Part part) {
    for (String explanation : part.explanations()) {
      explanation.lines().forEach(this::line);
      line("");
    }
  }

  private void notSeen(Part part) {
    part.unreadable().forEach(file -> line("cannot read the class file " + file));
    part.notes().forEach(this::line);
    // A source that is no Java is worth a line in any case: it can be repaired here and now.
    for (LeftOut leftOut : part.leftOut()) {
      if (verbose || leftOut.syntax()) {
        line(
            "left out: %s:%d: %s"
                .formatted(
                    part.target().base().name(leftOut.source()), leftOut.line(), leftOut.reason()));
      }
    }
    if (verbose) {
      part.target().missing().forEach(missing -> line("dependency not found: " + missing));
    } else if (!part.target().missing().isEmpty()) {
      line(count(part.target().missing().size(), "dependency", "dependencies") + " not found");
    }
  }

  private void summary(Part part) {
    List<Located> found = part.findings(false).toList();
    long suppressed = part.findings(true).count();
    StringBuilder words = new StringBuilder(count(part.linted(), "file", "files"));
    words.append(" linted");
    int leftOut = part.leftOut().size();
    if (leftOut > 0) {
      words.append(", ").append(leftOut).append(" left out");
    }
    words.append("; ").append(count(found.size(), "finding", "findings"));
    if (!found.isEmpty()) {
      words.append(" (").append(tally(found, located -> Optional.of(located.finding().check())));
      String kinds = tally(found, located -> located.finding().kind().map(BlockingKind::word));
      words.append(kinds.isEmpty() ? "" : "; ").append(kinds);
      words.append(")");
    }
    if (suppressed > 0) {
      words.append(", ").append(suppressed).append(" suppressed");
    }
    if (!part.contexts().isEmpty()) {
      words.append("; ").append(count(part.contexts().size(), "context", "contexts"));
    }
    line(words.toString());
    if (!part.contexts().isEmpty()) {
      line(part.coverage().summary());
    }
    if (leftOut > 0) {
      line(
          "This report is partial: what was left out does not compile here, for want of"
              + " dependencies as a rule, which --classpath takes."
              + (verbose ? "" : " --verbose says what, and why."));
    }
    if (part.contexts().isEmpty()) {
      UNMARKED.lines().forEach(this::line);
    }
  }

  private static String tally(Collection<Located> found, Function<Located, Optional<String>> word) {
    Map<String, Long> counts =
        found.stream()
            .flatMap(located -> word.apply(located).stream())
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    List<String> words = new ArrayList<>();
    counts.forEach((name, count) -> words.add(name + " " + count));
    return String.join(", ", words);
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private void line(String words) {
    Terminal.line(words, text);
  }
}
