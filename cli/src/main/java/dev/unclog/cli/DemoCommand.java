package dev.unclog.cli;

import dev.unclog.cli.demo.Crawlers;
import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
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
      "Runs and lints a small web crawler, then lints a published library.",
      "Exit status: 0 as expected, 2 if not."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int CLEAN = 0;
  private static final int FINDINGS = 1;

  /** Methods of Vert.x that its users call on an event loop. */
  private static final List<String> ON_THE_LOOP =
      List.of(
          "io.vertx.core.net.impl.NetServerImpl#listen",
          "io.vertx.core.datagram.impl.DatagramSocketImpl#send");

  /** Starting a server reads its key files too, in either version; here the story is another. */
  private static final String LOOK_UPS_ALONE = "--kinds=-all,+name-resolution";

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
      return true;
    }
  }

  private boolean library() {
    say("");
    say("A real library: Vert.x 3.2.1 looked host names up on its event loops. --cooperative says");
    say("which of its methods run there, --kinds that this is about looking up names.");
    int before = lint("io.vertx:vertx-core:3.2.1");
    if (before == Failures.COULD_NOT_RUN) {
      say("");
      say("The library could not be had: this part needs Maven Central, or a mirror of it that");
      say("your Maven settings name. What came before needs no network.");
      return true;
    }
    say("Two look-ups wait for a name server, and the loop with them. In 3.3.0 both are gone:");
    int after = lint("io.vertx:vertx-core:3.3.0");
    if (before != FINDINGS || after != CLEAN) {
      say("That is not what should come of it: 3.2.1 looks names up there, 3.3.0 does not.");
      return false;
    }
    return true;
  }

  private int lint(String coordinates) {
    List<String> arguments = new ArrayList<>(List.of("lint", coordinates, LOOK_UPS_ALONE));
    say("");
    say("$ unclog lint " + coordinates + " " + LOOK_UPS_ALONE + " \\");
    for (String method : ON_THE_LOOP) {
      boolean last = method.equals(ON_THE_LOOP.get(ON_THE_LOOP.size() - 1));
      say("    --cooperative '" + method + "'" + (last ? "" : " \\"));
      arguments.addAll(List.of("--cooperative", method));
    }
    say("");
    return Main.run(out(), spec.commandLine().getErr(), arguments.toArray(String[]::new));
  }

  private void say(String line) {
    out().println(line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
