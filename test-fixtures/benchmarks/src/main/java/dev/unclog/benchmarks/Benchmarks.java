package dev.unclog.benchmarks;

import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.terminal.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what Unclog costs, and prints the tables of {@code docs/benchmarks.md}. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measures what Unclog costs a compilation.")
public final class Benchmarks implements Callable<Integer> {
  @Option(
      names = "--library",
      paramLabel = "POM",
      split = ",",
      description = "A library to compile. Repeatable, or several with commas; empty for none.")
  private List<String> libraries = List.of();

  @Option(names = "--rounds", paramLabel = "N", description = "How often each way is taken.")
  private int rounds = 10;

  @Option(
      names = "--before",
      paramLabel = "N",
      description =
          "How many compilations of a library come in the same JVM before the one that is timed, as"
              + " where one JVM builds several modules. ${DEFAULT-VALUE} unless said otherwise.")
  private int before;

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      split = ",",
      description = "Only this way to compile. Repeatable: ${COMPLETION-CANDIDATES}.")
  private List<Variant> variants = List.of(Variant.values());

  @Option(
      names = "--shape",
      paramLabel = "NAME",
      split = ",",
      description = "Only generated programs of this shape. Repeatable: ${COMPLETION-CANDIDATES}.")
  private List<Shape> shapes = List.of(Shape.values());

  @Option(
      names = "--size",
      paramLabel = "N",
      split = ",",
      description = "A generated program of so many methods. Repeatable; empty for none.")
  private List<String> sizes = List.of();

  @Option(
      names = "--option",
      paramLabel = "WORD",
      split = ",",
      description = "Given to Error Prone wherever Unclog runs. Repeatable.")
  private List<String> unclogOptions = List.of();

  @Option(names = "--error-prone", paramLabel = "VERSION", required = true)
  private String errorProne;

  @Option(names = "--nullaway", paramLabel = "VERSION", required = true)
  private String nullAway;

  @Option(names = "--folder", paramLabel = "FOLDER", required = true)
  private Path folder;

  /**
   * Runs it and ends the JVM.
   *
   * @param args the options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintStream progress = System.err;
    StringBuilder report = new StringBuilder();
    if (Files.exists(folder)) {
      delete(folder);
    }
    Files.createDirectories(folder);
    try (Maven maven = Maven.open(Progress.silent())) {
      Tools tools = Tools.fetch(maven, errorProne, nullAway, given(unclogOptions));
      report.append(where());
      EnumSet<Variant> chosen = EnumSet.of(Variant.NO_CHECKS);
      chosen.addAll(variants);
      for (String pom : given(libraries)) {
        Library library = Library.fetch(Path.of(pom), maven, folder);
        report.append(
            "\n`%s`, %d files (%d left out), %d rounds%s:%n%n"
                .formatted(
                    library.coordinates(),
                    library.sources().size(),
                    library.leftOut(),
                    rounds,
                    before == 0 ? "" : ", each timed after " + before + " in the same JVM"));
        report.append(
            new CompilationCost(library, tools, new ArrayList<>(chosen), before, progress)
                .measure(rounds)
                .markdown());
      }
      List<Integer> methods = given(sizes).stream().map(Integer::valueOf).toList();
      if (!methods.isEmpty()) {
        report.append('\n').append(GrowthTable.head());
        Growth growth = new Growth(tools, folder, progress);
        for (Shape shape : shapes) {
          report.append(growth.measure(shape, methods).markdown());
        }
      }
    }
    Files.writeString(folder.resolve("report.md"), report, StandardCharsets.UTF_8);
    System.out.print(report);
    return 0;
  }

  private String where() {
    return "JDK %s, Error Prone %s, NullAway %s, %d processors%s%n"
        .formatted(
            Runtime.version(),
            errorProne,
            nullAway,
            Runtime.getRuntime().availableProcessors(),
            given(unclogOptions).stream()
                .map(option -> ", `" + option + "`")
                .collect(Collectors.joining()));
  }

  /** A build passes on properties that may be empty. */
  private static List<String> given(List<String> words) {
    return words.stream().filter(word -> !word.isBlank()).toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
