package dev.unclog.probe;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran in a JVM of its own with the packaged agent, and what came of it.
 *
 * @param exit its exit code
 * @param output what it and the JVM wrote, either stream
 * @param lines the report
 */
record Watched(int exit, String output, List<JsonObject> lines) {
  private static final long PATIENCE_SECONDS = Long.getLong("probe.patience", 90);
  private static final long INPUT_EVERY_MILLIS = 200;

  /**
   * The same, having made sure that it ran to its end, watched: else what it lacks tells nothing.
   */
  Watched toTheEnd() {
    assertWithMessage(output).that(exit).isEqualTo(0);
    assertWithMessage(brief()).that(lines("end")).isNotEmpty();
    return this;
  }

  /** Starts a program on a JDK, and waits for its end. */
  static Watched run(Path jdk, String settings, Class<?> main, String... arguments) {
    return run(jdk, settings, List.of(), main.getName(), arguments);
  }

  static Watched run(
      Path jdk, String settings, List<String> jvm, String main, String... arguments) {
    List<String> launch = new ArrayList<>(jvm);
    launch.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    launch.addAll(List.of(arguments));
    return launch(jdk, settings, launch);
  }

  /** Starts what follows {@code java} and the agent on the command line. */
  static Watched launch(Path jdk, String settings, List<String> launch) {
    try {
      Path report = Files.createTempFile("unclog", ".jsonl");
      Watched ran = run(command(jdk, settings, report, launch), launch.toString());
      Watched watched = new Watched(ran.exit(), ran.output(), read(report));
      Files.delete(report);
      return watched;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a command of one's own, without a report. */
  static Watched run(List<String> command, String main) {
    try {
      Path output = Files.createTempFile("unclog", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!waitFor(process)) {
        String threads = threads(Path.of(command.get(0)).getParent(), process);
        process.destroyForcibly();
        throw new AssertionError(
            "does not end: " + main + "\n" + Files.readString(output) + threads);
      }
      Watched watched = new Watched(process.exitValue(), Files.readString(output), List.of());
      Files.delete(output);
      return watched;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What keeps it from ending. */
  private static String threads(Path bin, Process process) throws IOException {
    Process jstack =
        new ProcessBuilder(bin.resolve("jstack").toString(), Long.toString(process.pid()))
            .redirectErrorStream(true)
            .start();
    return new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Waits, and gives it a little to read on its standard input now and then. */
  private static boolean waitFor(Process process) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      if (process.waitFor(INPUT_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
      try {
        process.getOutputStream().write('x');
        process.getOutputStream().flush();
      } catch (IOException e) {
        // It has just ended.
      }
    }
    return false;
  }

  /** The command that starts a program with the agent, writing a report. */
  static List<String> command(
      Path jdk, String settings, Path report, List<String> jvm, String main) {
    List<String> launch = new ArrayList<>(jvm);
    launch.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return command(jdk, settings, report, launch);
  }

  private static List<String> command(Path jdk, String settings, Path report, List<String> launch) {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    String separator = settings.isEmpty() ? "" : ",";
    command.add("-javaagent:" + jar() + "=report=" + report + separator + settings);
    command.addAll(launch);
    return command;
  }

  static String jar() {
    return System.getProperty("probe.jar");
  }

  /** What a report holds by now: whole lines only. */
  static List<JsonObject> read(Path report) throws IOException {
    List<JsonObject> lines = new ArrayList<>();
    for (String line : Files.readAllLines(report, StandardCharsets.UTF_8)) {
      try {
        lines.add(new Gson().fromJson(line, JsonObject.class));
      } catch (JsonSyntaxException e) {
        throw new AssertionError("not JSON: " + line, e);
      }
    }
    return lines;
  }

  /** The report without its stacks, for messages. */
  String brief() {
    StringBuilder brief = new StringBuilder();
    for (JsonObject line : lines) {
      JsonObject copy = line.deepCopy();
      copy.remove("stack");
      brief.append(copy).append('\n');
    }
    return brief.toString();
  }

  /** The report's lines of one type. */
  List<JsonObject> lines(String type) {
    return lines.stream().filter(line -> line.get("type").getAsString().equals(type)).toList();
  }

  /** What follows in those lines of the output that begin so. */
  List<String> said(String beginning) {
    return output
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .toList();
  }

  /** The observations of one hub. */
  List<JsonObject> observations(String hub) {
    return lines("observation").stream()
        .filter(line -> line.get("hub").getAsString().equals(hub))
        .toList();
  }

  /** Where in the source: {@code Class.method:line}, the class without its package. */
  static String frame(JsonObject line) {
    JsonObject frame = line.getAsJsonObject("frame");
    if (frame == null) {
      return "nowhere";
    }
    String type = frame.get("class").getAsString();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + frame.get("method").getAsString()
        + ":"
        + (frame.has("line") ? frame.get("line").getAsString() : "?");
  }
}
