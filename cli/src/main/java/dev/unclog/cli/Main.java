package dev.unclog.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;

/** Where the executable jar starts. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.exit(run(writer(System.out), writer(System.err), args));
  }

  /**
   * Runs a command.
   *
   * @param out for reports and answers
   * @param err for problems and progress
   * @param args the command line
   * @return the exit status
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    UnclogCommand unclog = new UnclogCommand();
    return new CommandLine(unclog)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(new Misuse())
        .setExecutionStrategy(Main::runLast)
        .setExecutionExceptionHandler(new Failures(unclog))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    // What a terminal here understands; reports for programs keep to ASCII.
    return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
  }

  /** An error is told like an exception: picocli would let it through to the JVM. */
  private static int runLast(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      List<CommandLine> commands = parsed.asCommandLineList();
      throw new ExecutionException(
          commands.get(commands.size() - 1), e.toString(), new Failures.Crash(e));
    }
  }
}
