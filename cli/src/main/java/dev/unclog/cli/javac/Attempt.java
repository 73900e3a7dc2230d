package dev.unclog.cli.javac;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.sun.tools.javac.api.BasicJavacTask;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.target.Unit;
import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.Explanation;
import dev.unclog.finding.Finding;
import dev.unclog.finding.FindingSink;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/** One run of the compiler over some sources, with the checks on. */
final class Attempt {
  private final CompileErrors errors = new CompileErrors();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> contexts = new LinkedHashSet<>();
  private final List<Explanation> explanations = new ArrayList<>();
  private CoverageReport coverage = CoverageReport.sum(List.of());

  private Attempt() {}

  /**
   * Compiles without writing anything. The checks see a source only if no source has an error, so
   * the findings count only if there are no errors.
   */
  static Attempt run(
      Checks checks, Settings settings, Unit unit, Sources files, List<JavaFileObject> sources) {
    Attempt attempt = new Attempt();
    StringWriter printed = new StringWriter();
    BasicJavacTask task;
    try {
      task =
          (BasicJavacTask)
              new BaseErrorProneJavaCompiler(checks.scanners())
                  .getTask(
                      new PrintWriter(printed, true),
                      files,
                      attempt.errors,
                      options(settings, unit),
                      null,
                      sources);
    } catch (IllegalArgumentException e) {
      throw new CannotRunException("javac: " + e.getMessage(), e);
    }
    task.getContext().put(FindingSink.class, attempt.new Taker());
    task.call();
    return attempt;
  }

  CompileErrors errors() {
    return errors;
  }

  List<Finding> findings() {
    return findings;
  }

  Set<String> contexts() {
    return contexts;
  }

  List<Explanation> explanations() {
    return explanations;
  }

  CoverageReport coverage() {
    return coverage;
  }

  private static List<String> options(Settings settings, Unit unit) {
    List<String> options = new ArrayList<>(settings.flags());
    options.addAll(
        List.of(
            // Nothing is written.
            "-implicit:none",
            "--should-stop=ifNoError=FLOW",
            // All sources are attributed before the first check runs.
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW",
            // Every source with an error is to be known at once, and warnings are nobody's concern.
            "-Xmaxerrs",
            String.valueOf(Integer.MAX_VALUE),
            "-nowarn",
            "-Xlint:none",
            // Siblings are looked at as they are written now, not as they were compiled once.
            "-Xprefer:source",
            "-encoding",
            unit.encoding().name()));
    options.addAll(processing(unit.lombok()));
    settings.release().ifPresent(n -> options.addAll(List.of("--release", String.valueOf(n))));
    return options;
  }

  /** Nothing of what is linted is executed: Lombok is this program's own choice. */
  private static List<String> processing(List<Path> lombok) {
    return lombok.isEmpty()
        ? List.of("-proc:none")
        : List.of(
            "-processorpath",
            lombok.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            "-processor",
            "lombok.launch.AnnotationProcessorHider$AnnotationProcessor");
  }

  private final class Taker implements FindingSink {
    @Override
    public void accept(Finding finding) {
      findings.add(finding);
    }

    @Override
    public void cooperativeBody(String body) {
      contexts.add(body);
    }

    @Override
    public void coverage(CoverageReport report) {
      coverage = report;
    }

    @Override
    public boolean explanation(Explanation answer) {
      return explanations.add(answer);
    }
  }
}
