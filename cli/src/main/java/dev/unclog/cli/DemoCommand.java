package dev.unclog.cli;

import dev.unclog.cli.demo.Crawlers;
import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what this is about: a program that blocks its loop, one that does not, a real library. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lints a small web crawler, runs it while the probe watches, and holds one against the other;",
      "then lints a published library.",
      "Exit status: 0 as expected, 2 if not."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int CLEAN = 0;
  private static final int FINDINGS = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new CannotRunException(
          "this Java has no compiler: run unclog with the java command of a JDK");
    }
    return crawlers() && library() ? 0 : Failures.COULD_NOT_RUN;
  }

  private boolean crawlers() throws IOException, InterruptedException {
    try (Crawlers crawlers = Crawlers.unpack()) {
      say("Ten tasks share one event loop. Each fetches a page from a server that takes 100 ms.");
      say("");
      crawlers.compile();
      for (String crawler : List.of("BlockingCrawler", "CooperativeCrawler")) {
        say("  %-19s %s".formatted(crawler, crawlers.run(crawler)));
      }
      say("");
      say("Unclog on the sources of both (test-fixtures/crawler/src/main/java):");
      say("");
      int status =
          Main.run(
              out(),
              spec.commandLine().getErr(),
              "lint",
              crawlers.sources().toString(),
              "--classpath",
              crawlers.classPath().toString());
      if (status != FINDINGS) {
        say("That is not what should come of it: BlockingCrawler blocks.");
        return false;
      }
      say("BlockingCrawler waits for the page on the loop. In CooperativeCrawler nothing waits.");
      return verdicts(crawlers);
    }
  }

  /** The same, as far as it happens. */
  private boolean verdicts(Crawlers crawlers) throws IOException, InterruptedException {
    say("");
    say("Does it happen? Both once more, while the probe watches the call that was found:");
    say("");
    for (String crawler : List.of("BlockingCrawler", "CooperativeCrawler")) {
      crawlers.runWatched(crawler);
    }
    Path page = Path.of("unclog-demo.html").toAbsolutePath();
    String findings = crawlers.classes().toString();
    String observations = crawlers.report().toString();
    int status =
        Main.run(
            out(),
            spec.commandLine().getErr(),
            "report",
            "--findings",
            findings,
            "--observations",
            observations,
            "--fail-on",
            "confirmed");
    if (status != FINDINGS) {
      say("That is not what should come of it: the finding is confirmed.");
      return false;
    }
    if (Main.run(
            out(),
            spec.commandLine().getErr(),
            "report",
            "--findings",
            findings,
            "--observations",
            observations,
            "--format",
            "html",
            "--output",
            page.toString())
        == CLEAN) {
      say("");
      say("The same as a page: " + page);
    }
    return true;
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
    if (before != FINDINGS || after != CLEAN) {
      say("That is not what should come of it: 4.3.2 sleeps there, 5.0.0 does not.");
      return false;
    }
    return true;
  }

  private int lint(String coordinates) {
    say("");
    say("$ unclog lint " + coordinates);
    say("");
    return Main.run(out(), spec.commandLine().getErr(), "lint", coordinates);
  }

  private void say(String line) {
    out().println(line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
