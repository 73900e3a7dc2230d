package dev.unclog.cli;

import dev.unclog.cli.demo.Crawlers;
import dev.unclog.cli.loop.Joined;
import dev.unclog.cli.loop.LoopFiles;
import dev.unclog.cli.loop.Observations;
import dev.unclog.cli.loop.Verdict;
import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what this is about: a program that blocks its loop, one that does not, a real library. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lints small web crawlers, runs them while the probe watches, and tells of each finding what",
      "became of it; then lints a published library.",
      "Exit status: 0 as expected, 2 if not."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int CLEAN = 0;
  private static final int FINDINGS = 1;

  /** What the crawlers are to show. */
  private static final Set<Verdict> SHOWN =
      EnumSet.of(Verdict.CONFIRMED, Verdict.REACHED, Verdict.REACHED_OFF_HUB, Verdict.NOT_REACHED);

  @Spec private CommandSpec spec;

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
    return crawlers() && library() ? 0 : Failures.COULD_NOT_RUN;
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
    Joined joined = verdicts(crawlers.folder());
    Set<Verdict> missing = EnumSet.copyOf(SHOWN);
    missing.removeIf(verdict -> joined.count(verdict) > 0);
    if (!missing.isEmpty() || joined.unpredicted().isEmpty()) {
      return unexpected("each verdict has its finding, and something was not predicted");
    }
    return true;
  }

  /** Joins what was found and what was seen in a folder, and writes both to the page beside it. */
  private Joined verdicts(Path folder) {
    Path page = folder.resolveSibling(folder.getFileName() + ".html");
    say("");
    say(
        "$ unclog report --findings %1$s --observations %1$s --fail-on confirmed"
            .formatted(folder));
    say("");
    List<String> both =
        List.of("--findings", folder.toString(), "--observations", folder.toString());
    report(both, "--fail-on", "confirmed");
    report(both, "--format", "html", "--output", page.toString());
    say("");
    say("The same as a page: " + page.toAbsolutePath());
    List<Path> places = List.of(folder);
    return Joined.of(
        LoopFiles.findings(places),
        Observations.read(LoopFiles.reports(places)),
        Stubs.catalogueWith(List.of()));
  }

  private void report(List<String> places, String... more) {
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(places);
    all.addAll(List.of(more));
    if (run(all.toArray(String[]::new)) == Failures.COULD_NOT_RUN) {
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
