package dev.unclog.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.cli.javac.RecordingCompiler;
import dev.unclog.cli.maven.ClassPath;
import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.terminal.Progress;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * An application as its project published it, with its own tests: the service that hands out the
 * files of a Spark cluster, on Netty.
 */
public final class Application {
  private static final Coordinates PUBLISHED =
      new Coordinates("org.apache.spark", "spark-network-shuffle_2.13", "4.0.1");

  /** Runs its tests, and brings the JUnit that they are written for. */
  private static final Coordinates JUNIT =
      new Coordinates("org.junit.platform", "junit-platform-console-standalone", "1.11.4");

  /** What no framework tells: Netty's handler, in another jar, hands what it received to these. */
  private static final String COOPERATIVE = "org.apache.spark.network.server.RpcHandler#receive*";

  private static final Pattern COUNT =
      Pattern.compile("\\[\\s*(\\d+) tests (successful|failed)\\s*]");

  private final Path folder;
  private final List<Path> classPath;

  private Application(Path folder, List<Path> classPath) {
    this.folder = folder;
    this.classPath = classPath;
  }

  /**
   * Fetches it from Maven's repositories.
   *
   * @param folder where to; what an earlier run left there is deleted
   * @param progress told of every download
   * @return the application; nothing of it is changed
   * @throws IOException if there is no place for it
   * @throws CannotRunException if it cannot be had
   */
  public static Application fetch(Path folder, Progress progress) throws IOException {
    List<Path> classPath;
    Path sources;
    Path tests;
    try (Maven maven = Maven.open(progress)) {
      sources = jar(maven, PUBLISHED, "sources");
      tests = jar(maven, PUBLISHED, "test-sources");
      classPath = new ArrayList<>(List.of(jar(maven, JUNIT, "")));
      ClassPath dependencies = maven.dependencies(PUBLISHED, /* withTests= */ true);
      if (!dependencies.missing().isEmpty()) {
        throw new CannotRunException("there is no " + String.join(", ", dependencies.missing()));
      }
      classPath.addAll(dependencies.jars());
    }
    Folders.clear(folder);
    Application application = new Application(folder, classPath);
    unzip(sources, application.sources());
    unzip(tests, application.testSources());
    return application;
  }

  /**
   * Where it is, with all that comes of it.
   *
   * @return the folder
   */
  public Path folder() {
    return folder;
  }

  /**
   * What it is.
   *
   * @return coordinates
   */
  public String name() {
    return PUBLISHED.toString();
  }

  /**
   * What has to be said of it.
   *
   * @return a pattern of methods that must not block
   */
  public String cooperative() {
    return COOPERATIVE;
  }

  /**
   * How large it is, without its tests.
   *
   * @return as {@code 51 files, 8701 lines}
   * @throws IOException if it cannot be read
   */
  public String size() throws IOException {
    long lines = 0;
    List<Path> files = java(sources());
    for (Path file : files) {
      try (Stream<String> text = Files.lines(file, UTF_8)) {
        lines += text.count();
      }
    }
    return files.size() + " files, " + lines + " lines";
  }

  /**
   * Compiles it in record mode, and its tests as ever.
   *
   * @throws IOException if it cannot be read
   * @throws CannotRunException if it does not compile
   */
  public void compile() throws IOException {
    RecordingCompiler.compile(
        java(sources()),
        joined(classPath),
        Files.createDirectories(classes()),
        List.of(COOPERATIVE));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, UTF_8)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-cp",
              classes() + File.pathSeparator + joined(classPath),
              "-d",
              // Beside what the tests read.
              testSources().toString());
      if (!javac
          .getTask(
              printed,
              files,
              null,
              options,
              null,
              files.getJavaFileObjectsFromPaths(java(testSources())))
          .call()) {
        throw new CannotRunException("its tests do not compile: " + printed);
      }
    }
  }

  /**
   * Runs its tests while the probe watches.
   *
   * @return how many went well, and how many did not
   * @throws IOException if none ran
   * @throws InterruptedException if nobody waits for them any more
   */
  public String test() throws IOException, InterruptedException {
    Path probe = Folders.probe(folder);
    Path printed = folder.resolve("tests.txt");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-javaagent:" + probe + "=report=" + folder.resolve("probe.jsonl"),
            // Its Mockito knows the JDKs of its day.
            "-Dnet.bytebuddy.experimental=true",
            "-cp",
            String.join(
                File.pathSeparator,
                classes().toString(),
                testSources().toString(),
                joined(classPath)),
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--scan-classpath=" + testSources(),
            "--include-classname=.*Suite",
            "--disable-ansi-colors",
            "--details=tree");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(printed.toFile())
        .start()
        .waitFor();
    String counts =
        COUNT
            .matcher(Files.readString(printed))
            .results()
            .map(count -> count.group(1) + " " + count.group(2))
            .collect(Collectors.joining(", "));
    if (counts.isEmpty()) {
      throw new IOException("its tests did not run: see " + printed);
    }
    // Some wait for five seconds at most, which a busy machine may need.
    return counts.endsWith(", 0 failed") ? counts : counts + ": see " + printed;
  }

  private Path sources() {
    return folder.resolve("sources");
  }

  private Path testSources() {
    return folder.resolve("tests");
  }

  private Path classes() {
    return folder.resolve(Path.of("target", "classes"));
  }

  private static Path jar(Maven maven, Coordinates coordinates, String classifier) {
    return maven
        .jar(coordinates, classifier)
        .orElseThrow(() -> new CannotRunException("there is no " + coordinates + " " + classifier));
  }

  private static List<Path> java(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(name -> name.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static void unzip(Path archive, Path folder) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(archive)) {
      Folders.copy(files.getPath("/"), folder);
    }
  }
}
