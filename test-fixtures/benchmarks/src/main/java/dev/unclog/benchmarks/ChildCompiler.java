package dev.unclog.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs javac, each time in a JVM of its own. */
final class ChildCompiler {
  private static final List<String> EXPORTED =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  /** A heap of one size and one thread to collect it: what varies least from run to run. */
  private static final List<String> STEADY = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");

  /** The headline of a diagnostic that a check gave. */
  private static final Pattern FINDING =
      Pattern.compile(
          ": (?:warning|error): \\[(?:" + String.join("|", Tools.CHECKS) + "|NullAway)]");

  private final Path folder;
  private final int before;

  /**
   * A compiler whose JVMs compile nothing but what is measured.
   *
   * @param folder for its own files
   */
  ChildCompiler(Path folder) {
    this(folder, 0);
  }

  /**
   * A compiler.
   *
   * @param folder for its own files
   * @param before how many compilations come in the same JVM before the one that is timed
   */
  ChildCompiler(Path folder, int before) {
    this.folder = folder;
    this.before = before;
  }

  /**
   * Compiles, and takes the time.
   *
   * @param options javac's
   * @param sources their paths
   */
  Cost time(List<String> options, List<String> sources) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    all.add("-nowarn"); // A report takes time too, but that is the terminal's.
    return run(all, sources, /* weighed= */ false, before);
  }

  /** Compiles, weighs and counts what was found. */
  Cost weigh(List<String> options, List<String> sources) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-Xlint:-removal", "-Xmaxwarns", String.valueOf(Integer.MAX_VALUE)));
    return run(all, sources, /* weighed= */ true, /* before= */ 0);
  }

  /** What the compilation said that ran last. */
  String printed() throws IOException {
    return Files.readString(folder.resolve("printed"));
  }

  private Cost run(List<String> options, List<String> sources, boolean weighed, int before)
      throws IOException, InterruptedException {
    Path optionsFile = Files.write(folder.resolve("options"), options);
    Path sourcesFile = Files.write(folder.resolve("sources.list"), sources);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    EXPORTED.forEach(name -> command.add("--add-exports=" + javac(name)));
    OPENED.forEach(name -> command.add("--add-opens=" + javac(name)));
    command.addAll(STEADY);
    // Not our own class path: javac would find another Error Prone on it.
    command.addAll(List.of("-classpath", origin(OneCompilation.class).toString()));
    command.add(OneCompilation.class.getName());
    command.addAll(
        List.of(optionsFile.toString(), sourcesFile.toString(), "" + weighed, "" + before));
    Path printed = folder.resolve("printed");
    Process process = new ProcessBuilder(command).redirectError(printed.toFile()).start();
    String measured = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("javac failed, see " + printed + ":\n" + beginning(printed()));
    }
    String[] numbers = measured.strip().split(" ", -1);
    return new Cost(
        Double.parseDouble(numbers[0]),
        Double.parseDouble(numbers[1]),
        Double.parseDouble(numbers[2]),
        weighed ? FINDING.matcher(printed()).results().count() : 0);
  }

  private static String beginning(String text) {
    return text.lines().limit(20).reduce("", (before, line) -> before + line + "\n");
  }

  private static String javac(String part) {
    return "jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED";
  }

  /** Where a class was loaded from. */
  static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
