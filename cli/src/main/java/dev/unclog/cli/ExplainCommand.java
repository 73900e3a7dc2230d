package dev.unclog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what the catalogue knows. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
