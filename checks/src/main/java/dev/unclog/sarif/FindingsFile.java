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

  private static final String CONTEXTS = "contexts";

  private final List<Map<String, Object>> results;
  private final List<String> contexts;

  private FindingsFile(List<Map<String, Object>> results, Collection<String> contexts) {
    this.results = List.copyOf(results);
    this.contexts = contexts.stream().distinct().sorted().toList();
  }

  /**
   * A file without findings.
   *
   * @return the file
   */
  public static FindingsFile empty() {
    return new FindingsFile(List.of(), List.of());
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
    return new FindingsFile(
        run.list("results").stream().map(Tree::map).toList(),
        run.in("properties").list(CONTEXTS).stream().map(Tree::text).toList());
  }

  /**
   * What to write after a compilation.
   *
   * @param compiled what came of it
   * @param hasClassFile tells whether a class is still there
   * @return this file, with what came of it in place of what the same files had
   */
  public FindingsFile updated(Compiled compiled, Predicate<String> hasClassFile) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> known : results) {
      String type = Tree.of(known).in("properties").in("unclog").text("class");
      if (!compiled.files.contains(path(known)) && (type.isEmpty() || hasClassFile.test(type))) {
        all.add(known);
      }
    }
    all.addAll(compiled.results);
    all.sort(
        Comparator.comparing(FindingsFile::path)
            .thenComparingLong(result -> region(result).number("startLine"))
            .thenComparingLong(result -> region(result).number("startColumn"))
            .thenComparing(result -> Tree.of(result).text("ruleId"))
            .thenComparing(FindingsFile::fingerprint));
    List<String> cooperative = new ArrayList<>(compiled.contexts);
    for (String known : contexts) {
      String type = outermost(known);
      if (!compiled.types.contains(type) && hasClassFile.test(type)) {
        cooperative.add(known);
      }
    }
    return new FindingsFile(all, cooperative);
  }

  /**
   * By the name of a body; a dollar sign in a name of the user's own does no harm worth telling.
   */
  private static String outermost(String body) {
    return body.replaceFirst("[#$].*", "");
  }

  /**
   * What came of a compilation.
   *
   * @param files the paths of all files it looked at
   * @param types the outermost classes in them
   * @param results the findings
   * @param contexts the bodies that must not block, as {@code com.acme.Session#onMessage(Message)}
   */
  public record Compiled(
      Set<String> files,
      Set<String> types,
      List<Map<String, Object>> results,
      Set<String> contexts) {
    /** Copies the collections. */
    public Compiled {
      files = Set.copyOf(files);
      types = Set.copyOf(types);
      results = List.copyOf(results);
      contexts = Set.copyOf(contexts);
    }
  }

  /**
   * The bodies that must not block.
   *
   * @return their names; {@code {function}} stands behind that of a body for one written in it
   */
  public List<String> contexts() {
    return contexts;
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
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(FORMAT_NAME, FORMAT);
    properties.put(CONTEXTS, contexts);
    run.put("properties", properties);
    return JsonText.of(SarifLog.of(run));
  }
}
