package dev.unclog.cli;

import dev.unclog.cli.loop.Found;
import dev.unclog.cli.loop.LoopFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What commands share that begin with what the compiler found. */
class FindingsInput {
  @Option(
      names = "--findings",
      paramLabel = "PATH",
      description = "A findings file, or a folder to look for some in. Repeatable; . if not given.")
  private List<Path> findings = List.of(Path.of("."));

  final Found found() {
    return LoopFiles.findings(findings);
  }
}
