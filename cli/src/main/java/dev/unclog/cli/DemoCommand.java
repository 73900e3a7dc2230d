package dev.unclog.cli;

import dev.unclog.cli.demo.Application;
import dev.unclog.cli.demo.Crawlers;
import dev.unclog.cli.loop.Joined;
import dev.unclog.cli.loop.LoopFiles;
import dev.unclog.cli.loop.Observations;
import dev.unclog.cli.loop.Verdict;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what this is about: a program that blocks its loop, one that does not, a real library. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lints small web crawlers, runs them while the probe watches, and tells of each finding what",
      "became of it; lints a published library; and does all of it with a published application and",
      "its own tests. But for the crawlers it needs Maven Central.",
      "Exit status: 0 as expected, 2 if not."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int CLEAN = 0;
  private static final int FINDINGS = 1;

  /** What the crawlers are to show. */
  private static final Set<Verdict> SHOWN =
      EnumSet.of(Verdict.CONFIRMED, Verdict.REACHED, Verdict.REACHED_OFF_HUB, Verdict.NOT_REACHED);

  /** What is shown. */
  enum Part {
    CRAWLERS,
    LIBRARY,
    APPLICATION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PART",
      arity = "0..*",
      description = "What to show: ${COMPLETION-CANDIDATES}; all of them if not given.")
  private List<Part> parts = List.of(Part.values());

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description =
          "Where programs are built and pages are written; ${DEFAULT-VALUE} if not given.")
  private Path output = Path.of("target", "unclog-demo");

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new CannotRunException(
          "this Java has no compiler: run unclog with the java command of a JDK");
    }
    for (Part part : parts) {
      boolean isAsExpected =
          switch (part) {
            case CRAWLERS -> crawlers();
            case LIBRARY -> library();
            case APPLICATION -> application();
          };
      if (!isAsExpected) {
        return Failures.COULD_NOT_RUN;
      }
    }
    return 0;
  }

  private boolean crawlers() throws IOException, InterruptedException {
    Crawlers crawlers = Crawlers.unpack(output.resolve("crawler"));
    say("Ten tasks share one event loop. Each fetches a page from a server that takes 100 ms.");
    say("");
    crawlers.compile();
    for (String crawler : List.of("BlockingCrawler", "CooperativeCrawler")) {
      say("  %-19s %s".formatted(crawler, crawlers.run(crawler)));
    }
    say("");
    say("Unclog on their sources, and on those of a third that grew (test-fixtures/crawler):");
    say("");
    int status =
        run("lint", crawlers.sources().toString(), "--classpath", crawlers.classPath().toString());
    if (status != FINDINGS) {
      return unexpected("BlockingCrawler blocks");
    }
    say("");
    say("Does it happen? All three once more, while the probe watches the calls that were found:");
    for (String crawler : List.of("BlockingCrawler", "CooperativeCrawler", "PoliteCrawler")) {
      crawlers.runWatched(crawler);
    }
    Joined joined = verdicts(crawlers.folder(), /* whole= */ true);
    Set<Verdict> missing = EnumSet.copyOf(SHOWN);
    missing.removeIf(verdict -> joined.count(verdict) > 0);
    if (!missing.isEmpty() || joined.unpredicted().isEmpty()) {
      return unexpected("each verdict has its finding, and something was not predicted");
    }
    return true;
  }

  /** Spark's shuffle service, as it was published, with its own tests. */
  private boolean application() throws IOException, InterruptedException {
    say("");
    say("A real application: Spark's shuffle service hands out files on Netty's event loops.");
    Application application;
    try {
      application =
          Application.fetch(
              output.resolve("spark-network-shuffle"),
              Progress.onTerminal(spec.commandLine().getErr()));
    } catch (CannotRunException e) {
      say("It could not be had: " + e.getMessage());
      say("This part needs Maven Central, or a mirror of it that your Maven settings name.");
      return true;
    }
    say("");
    say("  " + application.name() + ", as published: " + application.size());
    application.compile();
    say("  compiled with -XepOpt:Unclog:Mode=record");
    say("                -XepOpt:Unclog:Cooperative=" + application.cooperative());
    say("  its own tests, while the probe watches: " + application.test());
    Joined joined = verdicts(application.folder(), /* whole= */ false);
    return (joined.count(Verdict.CONFIRMED) > 0 && !joined.unpredicted().isEmpty())
        || unexpected("it reads and deletes files on its loops");
  }

  /** Joins what was found and what was seen in a folder, and writes both to the page beside it. */
  private Joined verdicts(Path folder, boolean whole) {
    Path page = folder.resolveSibling(folder.getFileName() + ".html");
    List<String> both =
        List.of("--findings", folder.toString(), "--observations", folder.toString());
    say("");
    say("$ unclog report " + String.join(" ", both) + " --fail-on confirmed");
    say("");
    StringWriter text = new StringWriter();
    report(new PrintWriter(text), both, "--fail-on", "confirmed");
    say((whole ? text.toString() : firstAndTable(text.toString())).stripTrailing());
    report(out(), both, "--format", "html", "--output", page.toString());
    say("");
    say((whole ? "The same as a page: " : "All of it as a page: ") + page.toAbsolutePath());
    List<Path> places = List.of(folder);
    return Joined.of(
        LoopFiles.findings(places),
        Observations.read(LoopFiles.reports(places)),
        Stubs.catalogueWith(List.of()));
  }

  /** Of a long report what was confirmed, and how much there is of what. */
  private static String firstAndTable(String report) {
    List<String> parts = List.of(report.split("\n\n"));
    return parts.get(0) + "\n\n…\n\n" + parts.get(parts.size() - 1);
  }

  private void report(PrintWriter to, List<String> places, String... more) {
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(places);
    all.addAll(List.of(more));
    PrintWriter err = spec.commandLine().getErr();
    if (Main.run(to, err, all.toArray(String[]::new)) == Failures.COULD_NOT_RUN) {
      throw new CannotRunException("there is no report");
    }
  }

  private boolean library() {
    say("");
    say("A real library: between two tries, SmallRye Fault Tolerance 4.3.2 slept in a callback of");
    say("a future, on the thread that completes it. Nobody has marked anything in it.");
    int before = lint("io.smallrye:smallrye-fault-tolerance-core:4.3.2");
    if (before == Failures.COULD_NOT_RUN) {
      say("");
      say("The library could not be had: this part needs Maven Central, or a mirror of it that");
      say("your Maven settings name. What came before needs no network.");
      return true;
    }
    say("");
    say("From 5.0.0 on a timer waits:");
    int after = lint("io.smallrye:smallrye-fault-tolerance-core:5.0.0");
    return (before == FINDINGS && after == CLEAN)
        || unexpected("4.3.2 sleeps there, 5.0.0 does not");
  }

  private int lint(String coordinates) {
    say("");
    say("$ unclog lint " + coordinates);
    say("");
    return run("lint", coordinates);
  }

  private int run(String... command) {
    return Main.run(out(), spec.commandLine().getErr(), command);
  }

  private boolean unexpected(String expected) {
    say("That is not what should come of it: " + expected + ".");
    return false;
  }

  private void say(String line) {
    out().println(line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
