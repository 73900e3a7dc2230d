package dev.unclog.realbugs;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lints each bug's buggy and fixed version and tells what came of it. */
@Command(
    name = "real-bugs",
    mixinStandardHelpOptions = true,
    description = "Lints real bugs before and after their repair.")
public final class RealBugs implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--unclog",
      paramLabel = "JAR",
      required = true,
      description = "The linter's executable jar.")
  private Path jar;

  @Option(
      names = "--row",
      paramLabel = "ID",
      split = ",",
      description = "Only this bug. Repeatable, or several with commas.")
  private List<String> rows = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many bugs are asked about side by side; ${DEFAULT-VALUE} unless said.")
  private int jobs = 1;

  @Option(
      names = "--unmarked",
      description = "Ask about both versions with nothing marked too, and tell that by itself.")
  private boolean unmarked;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the table goes too, as Markdown.")
  private Path output;

  /**
   * Runs it and ends the JVM: 0 if all was asked, 2 if it could not run.
   *
   * @param args the options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new RealBugs()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<Bug> bugs = chosen();
    if (!Files.isRegularFile(jar)) {
      throw new ParameterException(spec.commandLine(), "--unclog: no such file: " + jar);
    }
    List<Result> results = results(bugs, out);
    Results all = new Results(results);
    String report = all.table() + "\n" + all.totals() + (unmarked ? "\n" + all.unmarked() : "");
    out.println();
    out.print(report);
    out.flush();
    if (output != null) {
      Files.writeString(output, report);
    }
    return 0;
  }

  /** In the order of the bugs, whichever is done first. */
  private List<Result> results(List<Bug> bugs, PrintWriter out)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, jobs));
    try {
      List<Callable<Result>> questions = new ArrayList<>();
      for (Bug bug : bugs) {
        questions.add(() -> told(result(bug), out));
      }
      List<Result> results = new ArrayList<>();
      for (Future<Result> answer : workers.invokeAll(questions)) {
        results.add(answer.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Result told(Result result, PrintWriter out) {
    Bug bug = result.bug();
    synchronized (out) {
      out.printf(
          "%s %s: %s | after the fix: %s%n",
          bug.id(), bug.project(), result.buggyInWords(), result.marked().fixedInWords());
      if (unmarked && result.isJudged()) {
        out.printf("%s with nothing marked: %s%n", bug.id(), result.unmarkedInWords());
      }
      out.flush();
    }
    return result;
  }

  private List<Bug> chosen() {
    List<Bug> all = BugTable.load();
    List<String> known = all.stream().map(Bug::id).toList();
    for (String row : rows) {
      if (!known.contains(row)) {
        throw new ParameterException(
            spec.commandLine(), "--row: no bug " + row + "; there are " + String.join(", ", known));
      }
    }
    return all.stream().filter(bug -> rows.isEmpty() || rows.contains(bug.id())).toList();
  }

  private Result result(Bug bug) throws IOException, InterruptedException {
    if (!bug.isPublished() || !bug.isExpressible()) {
      return Result.none(bug);
    }
    Path folder = Files.createTempDirectory("real-bugs");
    try (Unclog unclog = new Unclog(jar, folder)) {
      return result(bug, unclog);
    } finally {
      deleteAll(folder);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Result result(Bug bug, Unclog unclog) throws IOException, InterruptedException {
    Instant start = Instant.now();
    Answer buggy = ask(unclog, bug, bug.buggy().get(), /* marked= */ true);
    Answer fixed = ask(unclog, bug, bug.fixed().get(), /* marked= */ true);
    Optional<Answer> buggyUnmarked = Optional.empty();
    if (unmarked || buggy.is(Answer.Kind.FOUND)) {
      buggyUnmarked = Optional.of(ask(unclog, bug, bug.buggy().get(), /* marked= */ false));
    }
    Optional<Answer> fixedUnmarked = Optional.empty();
    if (unmarked) {
      fixedUnmarked = Optional.of(ask(unclog, bug, bug.fixed().get(), /* marked= */ false));
    }
    return new Result(
        bug,
        new Versions(bug, Optional.of(buggy), Optional.of(fixed)),
        new Versions(bug, buggyUnmarked, fixedUnmarked),
        Duration.between(start, Instant.now()));
  }

  private static Answer ask(Unclog unclog, Bug bug, String version, boolean marked)
      throws IOException, InterruptedException {
    try {
      return new Judgement(bug).of(unclog.lint(bug, version, marked));
    } catch (Unclog.FailedException e) {
      return new Answer(Answer.Kind.FAILED, e.getMessage());
    }
  }
}
