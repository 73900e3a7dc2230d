package dev.unclog.cli;

import dev.unclog.cli.loop.LoopFiles;
import dev.unclog.cli.loop.Observations;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What commands share that join what the compiler found with what the probe saw. */
final class LoopInput extends FindingsInput {
  @Option(
      names = "--observations",
      paramLabel = "PATH",
      description =
          "A report of the probe, or a folder to look for some in. Repeatable; . if not given.")
  private List<Path> observations = List.of(Path.of("."));

  Observations seen() {
    return Observations.read(LoopFiles.reports(observations));
  }
}
