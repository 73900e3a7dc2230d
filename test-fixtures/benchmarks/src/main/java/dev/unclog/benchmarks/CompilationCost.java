package dev.unclog.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.unclog.annotations.Blocking;
import dev.unclog.checks.BlockingCall;
import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.terminal.Progress;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles a published library again and again, each way in turn, so that what else goes on in the
 * machine meets all of them; compares within each round.
 */
public final class CompilationCost {
  private static final List<String> EXPORTED =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  /** A heap of one size and one thread to collect it: what varies least from run to run. */
  private static final List<String> STEADY = List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC");

  private final Path folder;
  private final List<String> compiled;
  private final List<Path> errorProne;
  private final List<Path> unclog;

  private CompilationCost(
      Path folder, List<String> compiled, List<Path> errorProne, List<Path> unclog) {
    this.folder = folder;
    this.compiled = compiled;
    this.errorProne = errorProne;
    this.unclog = unclog;
  }

  /**
   * Measures.
   *
   * @param args the library's coordinates, the number of rounds, Error Prone's version, a folder to
   *     work in
   * @throws Exception if something cannot be had, compiled or run
   */
  public static void main(String[] args) throws Exception {
    Coordinates library = Coordinates.parse(args[0]).orElseThrow();
    int rounds = Integer.parseInt(args[1]);
    Coordinates errorProne = new Coordinates("com.google.errorprone", "error_prone_core", args[2]);
    Path folder = Files.createDirectories(Path.of(args[3]));
    try (Maven maven = Maven.open(Progress.silent())) {
      List<Path> errorProneJars = new ArrayList<>(maven.dependencies(errorProne).jars());
      errorProneJars.add(0, maven.jar(errorProne, "").orElseThrow());
      List<Path> unclog = List.of(origin(BlockingCall.class), origin(Blocking.class));
      List<Path> sources = unpack(maven.jar(library, "sources").orElseThrow(), folder);
      List<String> compiled = new ArrayList<>();
      compiled.addAll(List.of("-proc:none", "-nowarn", "-encoding", "UTF-8", "-classpath"));
      compiled.add(joined(maven.dependencies(library).jars()));
      compiled.addAll(List.of("-d", folder.resolve("classes").toString()));
      sources.forEach(source -> compiled.add(source.toString()));
      System.out.printf(
          "%s, %d files, on JDK %s, Error Prone %s; %d rounds after one to warm up%n",
          library, sources.size(), Runtime.version(), args[2], rounds);
      new CompilationCost(folder, compiled, errorProneJars, unclog).measure(rounds);
    }
  }

  private void measure(int rounds) throws IOException, InterruptedException {
    Map<Variant, double[]> seconds = new EnumMap<>(Variant.class);
    for (Variant variant : Variant.values()) {
      seconds.put(variant, new double[rounds]);
      compile(variant);
    }
    for (int round = 0; round < rounds; round++) {
      for (Variant variant : Variant.values()) {
        seconds.get(variant)[round] = compile(variant);
      }
    }
    System.out.printf("%-38s %8s %8s %8s%n", "CPU time, seconds", "min", "median", "max");
    seconds.forEach((variant, values) -> line(variant.toString(), values));
    System.out.println("ratios within a round");
    double[] plain = seconds.get(Variant.PLAIN);
    double[] noChecks = seconds.get(Variant.NO_CHECKS);
    double[] withUnclog = seconds.get(Variant.UNCLOG);
    line("Unclog / no checks", ratios(withUnclog, noChecks));
    line("no checks / plain javac", ratios(noChecks, plain));
    line("Unclog / plain javac", ratios(withUnclog, plain));
  }

  private static void line(String name, double[] values) {
    System.out.printf("  %-36s %s%n", name, new Sample(values));
  }

  private static double[] ratios(double[] above, double[] below) {
    double[] ratios = new double[above.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = above[i] / below[i];
    }
    return ratios;
  }

  /** Compiles once. The answer is in seconds of processor time. */
  private double compile(Variant variant) throws IOException, InterruptedException {
    Path arguments = folder.resolve("arguments");
    List<String> all = new ArrayList<>(variant.arguments(errorProne, unclog));
    all.addAll(compiled);
    Files.write(arguments, all.stream().map(CompilationCost::quoted).toList());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    EXPORTED.forEach(name -> command.add("--add-exports=" + javac(name)));
    OPENED.forEach(name -> command.add("--add-opens=" + javac(name)));
    command.addAll(STEADY);
    // Not our own class path: javac would find another Error Prone on it.
    command.addAll(List.of("-classpath", origin(OneCompilation.class).toString()));
    command.addAll(List.of(OneCompilation.class.getName(), "@" + arguments));
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(variant + " failed:\n" + Files.readString(errors));
    }
    return Long.parseLong(printed.strip()) / 1e9;
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\") + '"';
  }

  private static String javac(String part) {
    return "jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED";
  }

  private static List<Path> unpack(Path archive, Path folder) throws IOException {
    List<Path> unpacked = new ArrayList<>();
    try (FileSystem files = FileSystems.newFileSystem(archive);
        Stream<Path> walk = Files.walk(files.getPath("/"))) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
        Path target = folder.resolve("sources" + file).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(archive + " has a file outside of itself: " + file);
        }
        Files.createDirectories(target.getParent());
        unpacked.add(Files.copy(file, target, REPLACE_EXISTING));
      }
    }
    return unpacked;
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Where a class was loaded from. */
  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
