package dev.unclog.cli.javac;

import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.target.Unit;
import dev.unclog.cli.terminal.Progress;
import dev.unclog.finding.CoverageReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Lints units. Sources with errors are left out, and the rest is tried again: what refers to one
 * left out gets its class file, if there is one on the class path.
 */
public final class Linter {
  private final Checks checks;
  private final Settings settings;
  private final Progress progress;

  /**
   * A linter.
   *
   * @param checks what to run
   * @param settings how
   * @param progress told of every attempt
   */
  public Linter(Checks checks, Settings settings, Progress progress) {
    this.checks = checks;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Lints one unit.
   *
   * @param unit the sources, which must be readable until this returns
   * @return what was found, and in how much of it
   * @throws CannotRunException if the compiler cannot be run like this at all
   */
  public Outcome lint(Unit unit) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    // What is wrong with the class path itself, a broken archive, is told here and nowhere else.
    CompileErrors broken = new CompileErrors();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(broken, Locale.ENGLISH, unit.encoding())) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, unit.classPath());
      // Even if empty: without one, javac looks for sources on the class path.
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, unit.sourcePath());
      Outcome outcome = BigStack.run(() -> lint(unit, files));
      refuse(broken);
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome lint(Unit unit, StandardJavaFileManager files) {
    Map<String, JavaFileObject> open = new LinkedHashMap<>();
    Map<String, Path> paths = new LinkedHashMap<>();
    for (Path source : unit.sources()) {
      JavaFileObject file = files.getJavaFileObjects(source).iterator().next();
      open.put(file.toUri().toString(), file);
      paths.put(file.toUri().toString(), source);
    }
    Set<String> hidden = new HashSet<>();
    List<LeftOut> leftOut = new ArrayList<>();
    Set<String> unreadable = new LinkedHashSet<>();
    Sources sources = new Sources(files, hidden);
    for (int pass = 1; !open.isEmpty(); pass++) {
      progress.say("linting " + open.size() + " files" + (pass == 1 ? "" : ", attempt " + pass));
      Attempt attempt = Attempt.run(checks, settings, unit, sources, List.copyOf(open.values()));
      CompileErrors errors = attempt.errors();
      if (!errors.usage().isEmpty()) {
        throw new CannotRunException(errors.usage().get(0));
      }
      unreadable.addAll(errors.unreadable());
      if (errors.bySource().isEmpty()) {
        refuse(errors);
        List<Path> linted = open.keySet().stream().map(paths::get).toList();
        return new Outcome(
            linted,
            leftOut,
            List.copyOf(unreadable),
            errors.notes(),
            attempt.contexts(),
            own(attempt, open, paths),
            attempt.coverage(),
            attempt.explanations());
      }
      int before = hidden.size();
      errors
          .bySource()
          .forEach(
              (uri, error) -> {
                hidden.add(uri);
                if (open.remove(uri) != null) {
                  leftOut.add(leftOut(paths.get(uri), error));
                }
              });
      if (hidden.size() == before) {
        throw new CannotRunException(
            "javac: " + CompileErrors.firstLine(errors.bySource().values().iterator().next()));
      }
    }
    return new Outcome(
        List.of(),
        leftOut,
        List.copyOf(unreadable),
        List.of(),
        Set.of(),
        List.of(),
        CoverageReport.sum(List.of()),
        List.of());
  }

  /** Findings in this unit's own sources; those on the source path are another's. */
  private static List<Located> own(
      Attempt attempt, Map<String, JavaFileObject> open, Map<String, Path> paths) {
    return attempt.findings().stream()
        .filter(finding -> open.containsKey(finding.place().file()))
        .map(finding -> new Located(paths.get(finding.place().file()), finding))
        .toList();
  }

  private static void refuse(CompileErrors errors) {
    if (!errors.crashes().isEmpty()) {
      throw new IllegalStateException("a check failed: " + errors.crashes().get(0));
    }
    if (!errors.others().isEmpty()) {
      throw new CannotRunException("javac: " + String.join("\n", errors.others()));
    }
  }

  private static LeftOut leftOut(Path source, Diagnostic<?> error) {
    return new LeftOut(
        source,
        Math.max(1, error.getLineNumber()),
        CompileErrors.firstLine(error),
        CompileErrors.isSyntax(error));
  }
}
