package dev.unclog.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program as such: it has commands, and does nothing by itself. */
@Command(
    name = "unclog",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds calls that block a cooperative thread, before they do.",
    subcommands = {
      LintCommand.class,
      ExplainCommand.class,
      ReportCommand.class,
      LearnCommand.class,
      BaselineCommand.class,
      DemoCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  unclog lint src/main/java --classpath 'lib/*'",
      "  unclog lint io.vertx:vertx-core:4.5.14",
      "  unclog explain java.lang.Thread#sleep",
      "  unclog report --fail-on confirmed",
      "  unclog demo"
    })
final class UnclogCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Say which sources were left out and why, and show a failure's details.")
  private boolean verbose;

  boolean isVerbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? lint, explain, report, learn, baseline or demo");
  }
}
