package dev.unclog.realbugs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.terminal.Progress;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The linter, as its jar: a process for each artifact, so that one which takes all memory or never
 * ends takes no other with it.
 */
final class Unclog implements Closeable {
  private static final long MINUTES = 10;

  /** What is over in seconds spends half of them on being made fast. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path jar;
  private final Path folder;
  private Maven maven;

  /**
   * The linter.
   *
   * @param jar its executable jar
   * @param folder where reports may be put
   */
  Unclog(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  /** The linter could not say anything about an artifact. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    FailedException(String why) {
      super(why);
    }
  }

  /**
   * Lints one version of a bug's artifact.
   *
   * @param marked whether the context is marked, or has to be recognised
   */
  LintReport lint(Bug bug, String version, boolean marked)
      throws FailedException, IOException, InterruptedException {
    Path report = folder.resolve("report.sarif");
    Path printed = folder.resolve("printed");
    Files.deleteIfExists(report);
    Set<Path> classPath = classPath(bug);
    String target = bug.artifact() + ":" + version;
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(SHORT_LIVED);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments(bug, target, marked));
    command.addAll(List.of("--output", report.toString()));
    Optional<String> stub = stub(bug, marked);
    if (stub.isPresent()) {
      command.addAll(List.of("--stubs", copied(stub.get()).toString()));
    }
    if (!classPath.isEmpty()) {
      command.addAll(
          List.of(
              "--classpath",
              String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList())));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new FailedException("no end after " + MINUTES + " minutes");
    }
    if (process.exitValue() > 1 || !Files.exists(report)) {
      throw new FailedException(
          Files.readAllLines(printed).stream()
              .filter(line -> !line.isBlank())
              .findFirst()
              .orElse("exit status " + process.exitValue()));
    }
    return LintReport.parse(Files.readString(report));
  }

  /** What the linter is asked, without the names of files. */
  static List<String> arguments(Bug bug, String target, boolean marked) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("lint", target, "--format", "sarif"));
    // A thread that gets pinned may block else: only a stub can say that.
    if (marked && bug.contextClass() != ContextClass.C4) {
      bug.contexts().forEach(context -> arguments.addAll(List.of("--cooperative", "" + context)));
    }
    bug.target().ifPresent(release -> arguments.addAll(List.of("--target", release)));
    if (!bug.kinds().isEmpty()) {
      arguments.addAll(List.of("--kinds", bug.kinds()));
    }
    return arguments;
  }

  /** The stub file that the linter is given, by its name. */
  static Optional<String> stub(Bug bug, boolean marked) {
    return bug.stub().filter(name -> marked);
  }

  /** What its sources need beyond what its POM names. */
  private Set<Path> classPath(Bug bug) throws FailedException {
    Set<Path> jars = new LinkedHashSet<>();
    for (String word : bug.classPath()) {
      jars.addAll(compiledAgainst(Coordinates.parse(word).orElseThrow()));
    }
    return jars;
  }

  /** An artifact's own classes, and what they were compiled against. */
  private List<Path> compiledAgainst(Coordinates artifact) throws FailedException {
    List<Path> jars = new ArrayList<>();
    try {
      maven().jar(artifact, "").ifPresent(jars::add);
      jars.addAll(maven().dependencies(artifact, /* withTests= */ false).jars());
    } catch (CannotRunException e) {
      throw new FailedException(e.getMessage());
    }
    return jars;
  }

  private Maven maven() {
    if (maven == null) {
      maven = Maven.open(Progress.silent());
    }
    return maven;
  }

  @Override
  public void close() {
    if (maven != null) {
      maven.close();
    }
  }

  private Path copied(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = Unclog.class.getResourceAsStream(name)) {
      Files.writeString(copy, new String(in.readAllBytes(), UTF_8));
    }
    return copy;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
