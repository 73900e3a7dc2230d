package dev.unclog.sarif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The findings of a module, as a compilation leaves them for the probe and for reports: a SARIF log
 * with no absolute path and no time in it.
 */
public final class FindingsFile {
  /** Where it lies beside class files. */
  public static final String RESOURCE = "META-INF/unclog/findings.sarif";

  /** What the files' paths are relative to: whichever root of sources holds them. */
  public static final String BASE = "SRCROOT";

  private static final String FORMAT_NAME = "unclogFormat";
  private static final long FORMAT = 1;

  private final List<Map<String, Object>> results;

  private FindingsFile(List<Map<String, Object>> results) {
    this.results = List.copyOf(results);
  }

  /**
   * A file without findings.
   *
   * @return the file
   */
  public static FindingsFile empty() {
    return new FindingsFile(List.of());
  }

  /**
   * How results name the file that they are in.
   *
   * @param path relative to its root of sources, with slashes
   * @return an artifact location
   */
  public static Map<String, Object> file(String path) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("uri", path);
    location.put("uriBaseId", BASE);
    return location;
  }

  /**
   * Reads a file.
   *
   * @param text all of it
   * @return its findings
   * @throws BadFindingsException if it is no such file, not a whole one, or of another version
   */
  public static FindingsFile read(String text) throws BadFindingsException {
    Tree run = Tree.of(JsonText.read(text)).list("runs").stream().findFirst().orElse(Tree.NONE);
    if (!run.in("tool").in("driver").text("name").equals(SarifLog.TOOL)) {
      throw new BadFindingsException("it is no findings file of Unclog");
    }
    long format = run.in("properties").number(FORMAT_NAME);
    if (format != FORMAT) {
      throw new BadFindingsException(
          "it was written by another version of Unclog (format %d, not %d); compile anew"
              .formatted(format, FORMAT));
    }
    return new FindingsFile(run.list("results").stream().map(Tree::map).toList());
  }

  /**
   * What to write after a compilation.
   *
   * @param compiled the results that came of it
   * @param recompiled the paths of all files it looked at
   * @param hasClassFile tells whether a class is still there
   * @return this file, with these results in place of those that the same files had
   */
  public FindingsFile updated(
      Collection<Map<String, Object>> compiled,
      Set<String> recompiled,
      Predicate<String> hasClassFile) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> known : results) {
      String type = Tree.of(known).in("properties").in("unclog").text("class");
      if (!recompiled.contains(path(known)) && (type.isEmpty() || hasClassFile.test(type))) {
        all.add(known);
      }
    }
    all.addAll(compiled);
    all.sort(
        Comparator.comparing(FindingsFile::path)
            .thenComparingLong(result -> region(result).number("startLine"))
            .thenComparingLong(result -> region(result).number("startColumn"))
            .thenComparing(result -> Tree.of(result).text("ruleId"))
            .thenComparing(FindingsFile::fingerprint));
    return new FindingsFile(all);
  }

  private static Tree place(Map<String, Object> result) {
    return Tree.of(result).list("locations").stream()
        .findFirst()
        .orElse(Tree.NONE)
        .in("physicalLocation");
  }

  private static String path(Map<String, Object> result) {
    return place(result).in("artifactLocation").text("uri");
  }

  private static Tree region(Map<String, Object> result) {
    return place(result).in("region");
  }

  private static String fingerprint(Map<String, Object> result) {
    return Tree.of(result).in("partialFingerprints").text(SarifResult.FINGERPRINT);
  }

  /**
   * The findings, suppressed ones too.
   *
   * @return as SARIF has them
   */
  public List<Map<String, Object>> results() {
    return results;
  }

  /**
   * The text of the file: the same whenever the findings are.
   *
   * @return all of it
   */
  public String text() {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", Map.of("name", SarifLog.TOOL)));
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "originalUriBaseIds",
        Map.of(BASE, Map.of("description", SarifResult.text("A root of the module's sources"))));
    run.put("results", results);
    run.put("properties", Map.of(FORMAT_NAME, FORMAT));
    return JsonText.of(SarifLog.of(run));
  }
}
