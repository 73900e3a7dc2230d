package dev.unclog.cli;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.cli.loop.Found;
import dev.unclog.cli.loop.Joined;
import dev.unclog.cli.loop.LearnedStubs;
import dev.unclog.cli.loop.Lesson;
import dev.unclog.cli.loop.Lessons;
import dev.unclog.cli.loop.Unpredicted;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.report.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Teaches the compiler what it missed. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Adds lines to a stub file for what blocked a hub and was not found.",
      "Each says what it was learned from, and is for a person to look over; the next compilation",
      "with that file finds it. What is said already is not said again."
    },
    footer = {
      "",
      "Examples:",
      "  unclog learn --output acme.stub",
      "  unclog learn --findings core/target --observations core/target --output acme.stub",
      "",
      "Exit status: 0 done, 2 could not run."
    })
final class LearnCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LoopInput input;

  @Option(
      names = "--stubs",
      paramLabel = "PATH",
      description = "Other stub files that are compiled with. Repeatable.")
  private List<Path> stubs = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "The stub file, which is added to; ${DEFAULT-VALUE} if not given.")
  private Path output = Path.of("unclog.stub");

  @Override
  public Integer call() {
    WholeFile file = WholeFile.at(output);
    List<Path> known = new ArrayList<>(stubs);
    boolean isThere = Files.exists(output);
    if (isThere) {
      known.add(output);
    }
    Catalogue catalogue = Stubs.catalogueWith(known);
    Found found = input.found();
    Joined joined = Joined.of(found, input.seen(), catalogue);
    Lessons lessons = new Lessons(catalogue, found.contexts());
    LearnedStubs learned = new LearnedStubs(catalogue);
    PrintWriter out = spec.commandLine().getOut();
    for (Unpredicted each : joined.unpredicted()) {
      List<Lesson> all = lessons.of(each);
      all.forEach(lesson -> learned.add(lesson, each));
      if (all.isEmpty()) {
        out.println("no line of a stub would tell of " + each.place());
      }
    }
    learned.names().forEach(name -> out.println("learned: " + name));
    if (learned.names().isEmpty()) {
      out.println(output + ": nothing to add");
    } else {
      file.write((isThere ? text() : "") + learned.text());
      out.println(output + ": look over what was added, and compile with it");
    }
    return 0;
  }

  private String text() {
    try {
      String text = Files.readString(output);
      return text.isEmpty() || text.endsWith("\n") ? text : text + System.lineSeparator();
    } catch (IOException e) {
      throw new CannotRunException("cannot read " + output + ": " + e.getMessage(), e);
    }
  }
}
