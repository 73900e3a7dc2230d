package dev.unclog.cli;

import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong, in a line: the user's to repair, or ours. */
final class Failures implements IExecutionExceptionHandler {
  static final int COULD_NOT_RUN = 2;

  private final UnclogCommand unclog;

  Failures(UnclogCommand unclog) {
    this.unclog = unclog;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean verbose = unclog.isVerbose();
    if (e instanceof CannotRunException) {
      err.println("unclog: " + e.getMessage());
      if (verbose && e.getCause() != null) {
        e.getCause().printStackTrace(err);
      }
      return COULD_NOT_RUN;
    }
    Throwable cause = e instanceof Crash ? e.getCause() : e;
    err.println("unclog: this is a bug in unclog: " + firstLine(cause) + details(cause, verbose));
    if (verbose) {
      cause.printStackTrace(err);
    }
    return COULD_NOT_RUN;
  }

  private static String firstLine(Throwable e) {
    return e.toString().lines().findFirst().orElse("");
  }

  private static String details(Throwable e, boolean verbose) {
    if (verbose) {
      return "";
    }
    try {
      Path file = Files.createTempFile("unclog-", ".txt");
      try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
        writer.println(new Version().getVersion()[0]);
        e.printStackTrace(writer);
      }
      return "; the details are in " + file;
    } catch (IOException unwritable) {
      return "; --verbose shows the details";
    }
  }

  /** An error, which is nothing that a command may throw, dressed as an exception. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash(Throwable cause) {
      super(cause);
    }
  }
}
