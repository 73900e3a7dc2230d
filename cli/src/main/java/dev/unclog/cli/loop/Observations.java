package dev.unclog.cli.loop;

import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.sarif.BadFindingsException;
import dev.unclog.sarif.JsonText;
import dev.unclog.sarif.Tree;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the probe wrote in any number of runs. */
public final class Observations {
  private static final Set<String> TYPES =
      Set.of(
          "start",
          "end",
          "sensors",
          "observation",
          "allowed",
          "hang",
          "recovered",
          "lag",
          "lagging",
          "pause",
          "lost",
          "failure",
          "findings",
          "site");

  private final List<Observed> observed = new ArrayList<>();
  private final Map<String, Map<String, Counted>> counts = new LinkedHashMap<>();
  private final Map<String, Map<String, Counted>> sinkCounts = new HashMap<>();
  private final Set<String> woven = new HashSet<>();
  private final Set<String> missing = new HashSet<>();
  private final Map<String, String> jvms = new LinkedHashMap<>();
  private final List<Lag> lags = new ArrayList<>();
  private final List<Lagging> lagging = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Reads reports.
   *
   * @param files the files
   * @return all that they say
   * @throws CannotRunException if one of them is none, saying which and where
   */
  public static Observations read(List<Path> files) {
    Observations read = new Observations();
    files.forEach(read::add);
    return read;
  }

  /** Whether a file looks as if the probe had written it. */
  static boolean isReport(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first != null && isOurs(Tree.of(JsonText.read(first)));
    } catch (IOException | BadFindingsException e) {
      return false;
    }
  }

  private static boolean isOurs(Tree line) {
    return TYPES.contains(line.text("type"));
  }

  private void add(Path file) {
    int number = 0;
    boolean isReport = false;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          Tree tree = Tree.of(JsonText.read(line));
          isReport |= isOurs(tree);
          add(tree);
        } catch (BadFindingsException e) {
          // A JVM that was killed leaves its last line torn, and another may have gone on behind
          // it.
          notes.add(
              "%s:%d is left out: it was cut short, or is not the probe's".formatted(file, number));
        }
      }
    } catch (MalformedInputException e) {
      throw new CannotRunException(
          "%s:%d: this is no text, and no report of the probe".formatted(file, number + 1), e);
    } catch (IOException e) {
      throw new CannotRunException("cannot read " + file + ": " + e.getMessage(), e);
    }
    if (!isReport) {
      throw new CannotRunException(
          "%s:%d: this is no report of the probe: no line of it has a type that the probe writes"
              .formatted(file, Math.max(1, number)));
    }
  }

  private void add(Tree line) {
    switch (line.text("type")) {
      case "start" -> jvms.put(line.text("jvm"), line.text("time"));
      case "lag" ->
          lags.add(
              new Lag(
                  line.text("jvm"),
                  line.text("hub"),
                  line.fraction("p50"),
                  line.fraction("p99"),
                  line.fraction("max")));
      case "lagging" ->
          lagging.add(
              new Lagging(
                  line.text("jvm"), line.text("hub"), line.text("time"), line.fraction("max")));
      case "observation" -> observed.add(Observed.of(line, /* isAllowed= */ false));
      case "allowed" -> observed.add(Observed.of(line, /* isAllowed= */ true));
      case "site" -> addSite(line);
      default -> {}
    }
  }

  private void addSite(Tree line) {
    String finding = line.text("finding");
    if (line.in("missing").isThere()) {
      missing.add(finding);
      return;
    }
    woven.add(finding);
    Counted counted =
        new Counted(
            line.number("onHubs"),
            line.number("elsewhere"),
            line.fraction("longest"),
            line.fraction("longestElsewhere"));
    // Each line replaces what the same JVM said of the same call before.
    (line.number("call") == 0 ? counts : sinkCounts)
        .computeIfAbsent(finding, name -> new HashMap<>())
        .put(line.text("jvm") + " " + line.number("number"), counted);
  }

  /**
   * What was seen.
   *
   * @return in the order of the reports
   */
  public List<Observed> observed() {
    return List.copyOf(observed);
  }

  /** How often a finding's call was made, in all runs together. */
  Counted count(String fingerprint) {
    return sum(counts, fingerprint);
  }

  /** How often the call that blocks was made, where that is known apart. */
  Counted sinkCount(String fingerprint) {
    return sum(sinkCounts, fingerprint);
  }

  private static Counted sum(Map<String, Map<String, Counted>> counts, String fingerprint) {
    return counts.getOrDefault(fingerprint, Map.of()).values().stream()
        .reduce(Counted.NEVER, Counted::plus);
  }

  /** Whether a class was loaded that should hold the call, and in no run did. */
  boolean isMissing(String fingerprint) {
    return missing.contains(fingerprint) && !woven.contains(fingerprint);
  }

  /**
   * The JVMs that were watched.
   *
   * @return when each began, in the words of the report
   */
  public Map<String, String> jvms() {
    return Collections.unmodifiableMap(jvms);
  }

  /**
   * How late a hub's work began.
   *
   * @param jvm which JVM it was in
   * @param hub the thread's name
   * @param p50Millis at the median
   * @param p99Millis for 99 % of it at most
   * @param maxMillis at most
   */
  public record Lag(String jvm, String hub, double p50Millis, double p99Millis, double maxMillis) {}

  /**
   * How late hubs' work began.
   *
   * @return of each hub that told
   */
  public List<Lag> lags() {
    return List.copyOf(lags);
  }

  /**
   * How late a hub's work began within one second.
   *
   * @param jvm which JVM it was in
   * @param hub the thread's name
   * @param time when that second ended, in the words of the report
   * @param maxMillis at most
   */
  public record Lagging(String jvm, String hub, String time, double maxMillis) {}

  /**
   * When hubs' work began late.
   *
   * @return second by second, those without lag left out
   */
  public List<Lagging> lagging() {
    return List.copyOf(lagging);
  }

  /**
   * What a reader should know of the files.
   *
   * @return a line each
   */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
