package dev.unclog.cli;

import dev.unclog.cli.javac.Checks;
import dev.unclog.cli.loop.Baseline;
import dev.unclog.cli.loop.FailOn;
import dev.unclog.cli.loop.Found;
import dev.unclog.cli.loop.Joined;
import dev.unclog.cli.loop.Observations;
import dev.unclog.cli.loop.Outcome;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.report.VerdictJUnit;
import dev.unclog.cli.report.VerdictPage;
import dev.unclog.cli.report.VerdictSarif;
import dev.unclog.cli.report.VerdictText;
import dev.unclog.cli.report.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings together what the compiler found and what the probe saw. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Tells of each finding what became of it when the program ran, and what blocked without one.",
      "Findings come from compilations in record mode, observations from the probe."
    },
    footer = {
      "",
      "Examples:",
      "  unclog report",
      "  unclog report --findings core/target --findings web/target --observations reports \\",
      "      --fail-on confirmed,new --baseline unclog-baseline.json",
      "  unclog report --format sarif --output unclog.sarif",
      "  unclog report --format html --output unclog.html",
      "",
      "Exit status: 0 as it should be, 1 something that --fail-on names, 2 could not run."
    })
final class ReportCommand implements Callable<Integer> {
  /** How a report is written. */
  enum Format {
    TEXT,
    SARIF,
    JUNIT,
    HTML;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Mixin private LoopInput input;

  @Option(
      names = "--stubs",
      paramLabel = "PATH",
      description =
          "The stub files that were compiled with, to tell why the compiler was silent. Repeatable.")
  private List<Path> stubs = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The findings that were known before, as 'unclog baseline' wrote them.")
  private Path baseline;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      split = ",",
      description = {
        "What to end with status 1 for: ${COMPLETION-CANDIDATES}; never unless said otherwise.",
        "confirmed: a finding that blocked a hub; new: one that is not in the baseline;",
        "error: an error that is not in the baseline; unpredicted: what blocked without a finding."
      })
  private Set<FailOn> failOn = Set.of(FailOn.NEVER);

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise.")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where the report goes, written whole or not at all; standard output if not given.")
  private Path output;

  @Override
  public Integer call() {
    WholeFile file = output == null ? null : WholeFile.at(output);
    Outcome outcome = outcome();
    String text =
        switch (format) {
          case TEXT -> VerdictText.of(outcome);
          case SARIF -> VerdictSarif.of(outcome, Version.number(), Checks.own().rules());
          case JUNIT -> VerdictJUnit.of(outcome);
          case HTML -> VerdictPage.of(outcome, Version.number());
        };
    if (file == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      file.write(text);
    }
    return outcome.failures() > 0 ? 1 : 0;
  }

  private Outcome outcome() {
    if (failOn.contains(FailOn.NEVER) && failOn.size() > 1) {
      throw new CannotRunException("--fail-on never: and nothing beside it");
    }
    if (failOn.contains(FailOn.NEW) && baseline == null) {
      throw new CannotRunException("--fail-on new: new since when? name a --baseline");
    }
    Optional<Baseline> known = Optional.ofNullable(baseline).map(Baseline::read);
    Found found = input.found();
    Observations seen = input.seen();
    return new Outcome(
        Joined.of(found, seen, Stubs.catalogueWith(stubs)), known, failOn, seen.notes());
  }
}
