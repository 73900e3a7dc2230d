package dev.unclog.cli;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.cli.explain.Counts;
import dev.unclog.cli.explain.Explanation;
import dev.unclog.cli.explain.Question;
import dev.unclog.cli.explain.Suggestions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the catalogue knows. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Says what the catalogue knows of a type or member, and from which stub.",
    footer = {
      "",
      "Examples:",
      "  unclog explain java.lang.Thread#sleep",
      "  unclog explain java.util.concurrent.FutureTask#get",
      "  unclog explain --count",
      "",
      "Exit status: 0 something is known, 1 nothing is, 2 could not run."
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TYPE#MEMBER",
      arity = "0..1",
      description = "A type's full name, alone or with a member's name.")
  private String question;

  @Option(names = "--count", description = "Count the entries by library and kind.")
  private boolean count;

  @Option(
      names = "--stubs",
      paramLabel = "PATH",
      description = "A stub file of your own, or a folder of them. Repeatable.")
  private List<Path> stubs = List.of();

  @Override
  public Integer call() {
    if (count == (question != null)) {
      throw new ParameterException(
          spec.commandLine(), "explain what? TYPE#MEMBER, or --count for how much there is");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (count) {
      out.print(Counts.of(Stubs.catalogueWith(stubs)));
      out.flush();
      return 0;
    }
    Question asked = Question.parse(question);
    Catalogue catalogue = Stubs.catalogueWith(stubs);
    Explanation explanation = Explanation.of(asked, catalogue);
    if (explanation.isKnown()) {
      out.print(explanation.text());
      out.flush();
      return 0;
    }
    out.println("The catalogue says nothing of " + asked + ".");
    List<String> near = Suggestions.near(asked, catalogue);
    if (!near.isEmpty()) {
      out.println("It knows " + String.join(", ", near) + ".");
    }
    return 1;
  }
}
