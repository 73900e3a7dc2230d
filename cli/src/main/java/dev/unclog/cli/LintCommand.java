package dev.unclog.cli;

import dev.unclog.catalogue.Kinds;
import dev.unclog.cli.javac.Checks;
import dev.unclog.cli.javac.LeftOut;
import dev.unclog.cli.javac.Linter;
import dev.unclog.cli.javac.Outcome;
import dev.unclog.cli.javac.Settings;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.report.Part;
import dev.unclog.cli.report.Report;
import dev.unclog.cli.report.SarifReport;
import dev.unclog.cli.report.TextReport;
import dev.unclog.cli.report.WholeFile;
import dev.unclog.cli.target.Target;
import dev.unclog.cli.target.Unit;
import dev.unclog.cli.terminal.Progress;
import dev.unclog.source.CooperativePatterns;
import dev.unclog.source.MethodPatterns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lints targets and reports. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Lints sources without their build.",
      "Nothing of what is linted is ever executed."
    },
    footer = {
      "",
      "Examples:",
      "  unclog lint src/main/java --classpath 'lib/*'",
      "  unclog lint . --format sarif --output unclog.sarif",
      "  unclog lint io.vertx:vertx-core:3.2.1 \\",
      "      --cooperative 'io.vertx.core.net.impl.NetServerImpl#listen'",
      "",
      "Exit status: 0 nothing found, 1 findings, 2 could not run."
    })
final class LintCommand implements Callable<Integer> {
  /** How a report is written. */
  enum Format {
    TEXT,
    SARIF;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;
  @ParentCommand private UnclogCommand unclog;

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description =
          "A folder of sources, a Maven project (a folder with a pom.xml), or the coordinates"
              + " group:artifact:version of a published artifact with sources.")
  private List<String> targets;

  @Option(
      names = "--cooperative",
      paramLabel = "PATTERN",
      description =
          "Code that must not block, as type or type#member, * for any characters; a member stands"
              + " for its overrides too. Repeatable.")
  private List<String> cooperative = List.of();

  @Option(
      names = "--stubs",
      paramLabel = "PATH",
      description = "A stub file of your own, or a folder of them. Repeatable.")
  private List<Path> stubs = List.of();

  @Option(
      names = "--kinds",
      paramLabel = "CHANGES",
      description = "Kinds of blocking to switch on and off, as +entropy,-file.")
  private String kinds = "";

  @Option(
      names = "--explain",
      paramLabel = "PATTERN",
      description =
          "Say why a method was found to block, or was not: type#member, the type's package left"
              + " out or not, * for any characters. Repeatable.")
  private List<String> explain = List.of();

  @Option(
      names = "--no-jars",
      description = "Follow calls no further than the sources, and not into class files.")
  private boolean noJars;

  @Option(
      names = "--far-fetched",
      description =
          "Tell what lies at the end of far-fetched ways too: of long ones, and of those that what"
              + " others chose or did before decides.")
  private boolean farFetched;

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "What the sources are compiled against; dir/* stands for all jars in dir.")
  private String classPath = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise.")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where the report goes, written whole or not at all; standard output if not given.")
  private Path output;

  @Option(
      names = "--release",
      paramLabel = "N",
      description = "The Java release that the sources are written for.")
  private Integer release;

  @Option(
      names = "--target",
      paramLabel = "N",
      description =
          "The Java release that the code runs on, where that is not the one it is written for.")
  private Integer target;

  @Option(names = "--include-tests", description = "Lint test sources too.")
  private boolean includeTests;

  @Option(names = "--show-suppressed", description = "Show suppressed findings too.")
  private boolean showSuppressed;

  @Override
  public Integer call() {
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new CannotRunException(
          "this Java has no compiler: run unclog with the java command of a JDK");
    }
    WholeFile file = output == null ? null : WholeFile.at(output);
    Settings settings = settings();
    Progress progress = Progress.onTerminal(spec.commandLine().getErr());
    Checks checks = Checks.own();
    List<Part> parts = new ArrayList<>();
    try (Targets resolver = new Targets(ClassPaths.parse(classPath), includeTests, progress)) {
      for (String word : targets) {
        try (Target target = resolver.resolve(word)) {
          parts.add(lint(target, new Linter(checks, settings, progress)));
        }
      }
    } finally {
      progress.done();
    }
    Report report = new Report(Version.number(), checks.rules(), parts);
    String text =
        format == Format.SARIF
            ? SarifReport.of(report)
            : TextReport.of(report, showSuppressed, unclog.isVerbose());
    if (file == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      file.write(text);
    }
    return report.hasFindings() ? 1 : 0;
  }

  private Settings settings() {
    try {
      Kinds.parse(kinds);
    } catch (IllegalArgumentException e) {
      throw new CannotRunException("--kinds: " + e.getMessage(), e);
    }
    try {
      CooperativePatterns.parse(String.join(";", cooperative));
    } catch (IllegalArgumentException e) {
      throw new CannotRunException("--cooperative: " + e.getMessage(), e);
    }
    try {
      MethodPatterns.parse(String.join(";", explain));
    } catch (IllegalArgumentException e) {
      throw new CannotRunException("--explain: " + e.getMessage(), e);
    }
    if (!stubs.isEmpty()) {
      // Here already, and not in the compiler: a mistake is told before anything is fetched.
      Stubs.read(stubs);
    }
    return new Settings(
        cooperative, stubs, kinds, explain, !noJars, farFetched, given(release), given(target));
  }

  private static OptionalInt given(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static Part lint(Target target, Linter linter) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Unit unit : target.units()) {
      outcomes.add(linter.lint(unit));
    }
    Part part = new Part(target, outcomes);
    if (part.linted() == 0) {
      throw new CannotRunException(nothingCompiled(part));
    }
    return part;
  }

  private static String nothingCompiled(Part part) {
    List<String> lines = new ArrayList<>();
    part.unreadable().forEach(file -> lines.add("cannot read the class file " + file));
    part.target().missing().forEach(missing -> lines.add("dependency not found: " + missing));
    LeftOut first = part.leftOut().get(0);
    lines.add(
        "nothing of %s compiles; the first of %d errors is %s:%d: %s"
            .formatted(
                part.target().name(),
                part.leftOut().size(),
                part.target().base().name(first.source()),
                first.line(),
                first.reason()));
    return String.join("\n", lines);
  }
}
