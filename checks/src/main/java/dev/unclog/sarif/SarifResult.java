package dev.unclog.sarif;

import dev.unclog.annotations.Severity;
import dev.unclog.finding.Choke;
import dev.unclog.finding.Code;
import dev.unclog.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finding as a result of a SARIF log, whoever writes the log. */
public final class SarifResult {
  /** The name under which results hold what identifies a finding. */
  public static final String FINGERPRINT = "unclog/v1";

  private SarifResult() {}

  /**
   * The result.
   *
   * @param finding the finding
   * @param file the artifact location of the file it is in
   * @param choke what it shares with others, if anything
   * @return the result; a fresh tree
   */
  public static Map<String, Object> of(
      Finding finding, Map<String, Object> file, Optional<Choke> choke) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.check());
    result.put("level", finding.severity() == Severity.ERROR ? "error" : "warning");
    result.put("message", text(finding.message()));
    result.put("locations", List.of(location(file, region(finding.place()))));
    if (!finding.way().isEmpty()) {
      result.put("codeFlows", List.of(codeFlow(finding, file)));
    }
    result.put("partialFingerprints", Map.of(FINGERPRINT, finding.fingerprint()));
    finding
        .suppression()
        .ifPresent(reason -> result.put("suppressions", List.of(suppression(reason))));
    result.put("properties", properties(finding, choke));
    return result;
  }

  private static Map<String, Object> properties(Finding finding, Optional<Choke> choke) {
    Map<String, Object> properties = new LinkedHashMap<>();
    finding.kind().ifPresent(kind -> properties.put("kind", kind.word()));
    properties.put("root", finding.root());
    if (!finding.sink().isEmpty()) {
      properties.put("sink", finding.sink());
    }
    choke.ifPresent(shared -> properties.put("choke", choke(shared)));
    properties.put("unclog", code(finding.code()));
    return properties;
  }

  /** For the probe: what to watch, in the terms of class files. */
  private static Map<String, Object> code(Code code) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("class", code.type());
    object.put("sites", code.sites().stream().map(SarifResult::site).toList());
    return object;
  }

  private static Map<String, Object> site(Code.Site site) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("class", site.type());
    object.put("method", site.method());
    putUnlessEmpty(object, "descriptor", site.descriptor());
    if (site.line() > 0) {
      object.put("line", site.line());
    }
    putUnlessEmpty(object, "owner", site.owner());
    object.put("callee", site.callee());
    putUnlessEmpty(object, "calleeDescriptor", site.calleeDescriptor());
    return object;
  }

  private static void putUnlessEmpty(Map<String, Object> object, String name, String value) {
    if (!value.isEmpty()) {
      object.put(name, value);
    }
  }

  /** What a finding shares with others, so that a viewer can group them. */
  private static Map<String, Object> choke(Choke choke) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("caller", choke.edge().caller());
    object.put("call", choke.edge().text());
    object.put("findings", choke.findings().size());
    putUnlessEmpty(object, "repair", choke.repair());
    return object;
  }

  /** The way from the root to the sink: each call by the body in which it stands. */
  private static Map<String, Object> codeFlow(Finding finding, Map<String, Object> file) {
    List<Object> steps = new ArrayList<>();
    Map<String, Object> start = location(file, region(finding.place()));
    steps.add(step(start, finding.root(), finding.headline()));
    for (Finding.Step step : finding.way()) {
      steps.add(step(new LinkedHashMap<>(), step.caller(), step.text()));
    }
    return Map.of("threadFlows", List.of(Map.of("locations", steps)));
  }

  private static Map<String, Object> step(
      Map<String, Object> location, String body, String message) {
    if (!body.isEmpty()) {
      location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", body)));
    }
    location.put("message", text(message));
    return Map.of("location", location);
  }

  private static Map<String, Object> suppression(String reason) {
    Map<String, Object> suppression = new LinkedHashMap<>();
    suppression.put("kind", "inSource");
    suppression.put("justification", reason);
    return suppression;
  }

  private static Map<String, Object> region(Finding.Place place) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", place.line());
    region.put("startColumn", place.column());
    region.put("endLine", place.endLine());
    region.put("endColumn", place.endColumn());
    return region;
  }

  /**
   * A place in a file.
   *
   * @param file the artifact location
   * @param region the place
   * @return a location
   */
  public static Map<String, Object> location(Map<String, Object> file, Map<String, Object> region) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", file);
    physical.put("region", region);
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("physicalLocation", physical);
    return location;
  }

  /**
   * Words for people.
   *
   * @param words the words
   * @return a message
   */
  public static Map<String, Object> text(String words) {
    return Map.of("text", words);
  }
}
