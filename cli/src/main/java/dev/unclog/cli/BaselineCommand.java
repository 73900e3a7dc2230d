package dev.unclog.cli;

import dev.unclog.cli.loop.Baseline;
import dev.unclog.cli.loop.Recorded;
import dev.unclog.cli.report.WholeFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the findings that a project has come to live with. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Writes down what is found today, so that 'unclog report' can tell what is new.",
      "Where the file is there already, what was fixed is dropped from it, and nothing is added."
    },
    footer = {"", "Exit status: 0 written, 2 could not run."})
final class BaselineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private FindingsInput input;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The baseline; ${DEFAULT-VALUE} if not given.")
  private Path output = Path.of("unclog-baseline.json");

  @Option(names = "--renew", description = "Begin anew: what is found today replaces what was.")
  private boolean renew;

  @Override
  public Integer call() {
    WholeFile file = WholeFile.at(output);
    boolean isThere = Files.exists(output);
    // Even where it is to be replaced: what is no baseline is not ours to write over.
    Baseline before = isThere ? Baseline.read(output) : null;
    List<Recorded> found = input.found().findings();
    PrintWriter out = spec.commandLine().getOut();
    if (before == null || renew) {
      Baseline made = Baseline.of(found);
      file.write(made.text());
      out.println("%s: %d findings".formatted(output, made.size()));
      return 0;
    }
    Baseline left = before.without(found);
    before.fixed(found).forEach(words -> out.println("fixed: " + words));
    long news =
        found.stream().filter(each -> each.suppression().isEmpty() && !left.knows(each)).count();
    file.write(left.text());
    out.println(
        "%s: %d findings, %d fixed%s"
            .formatted(
                output,
                left.size(),
                before.size() - left.size(),
                news == 0
                    ? ""
                    : "; %d new ones are not in it (--renew adds them)".formatted(news)));
    return 0;
  }
}
