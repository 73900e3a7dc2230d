package dev.unclog.realbugs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the linter said of an artifact.
 *
 * @param findings those that are not suppressed
 * @param leftOut the sources that it could not compile, from their source root, with the reason
 * @param sawContext whether it saw any cooperative code
 */
record LintReport(List<Finding> findings, Map<String, String> leftOut, boolean sawContext) {
  private static final String LEFT_OUT = "left out: ";
  private static final String NO_CONTEXT = "no cooperative code";

  LintReport {
    findings = List.copyOf(findings);
    leftOut = Map.copyOf(leftOut);
  }

  /**
   * A finding.
   *
   * @param check which check reports it
   * @param root the cooperative code
   * @param sink the call that blocks
   * @param way the members between, in order; empty if the call stands in the root, absent if the
   *     report does not name them
   * @param place file and line, for people
   */
  record Finding(
      String check, String root, String sink, Optional<List<String>> way, String place) {}

  /** Reads a SARIF log of one run. */
  static LintReport parse(String sarif) {
    JsonObject run =
        JsonParser.parseString(sarif)
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    List<Finding> findings =
        objects(run, "results")
            .filter(result -> objects(result, "suppressions").findAny().isEmpty())
            .map(LintReport::finding)
            .toList();
    Map<String, String> leftOut = new TreeMap<>();
    boolean sawContext = true;
    for (JsonObject note :
        objects(run, "invocations")
            .flatMap(invocation -> objects(invocation, "toolExecutionNotifications"))
            .toList()) {
      String message = message(note);
      if (message.startsWith(LEFT_OUT)) {
        leftOut.put(
            file(objects(note, "locations").findFirst().orElseThrow()),
            message.substring(LEFT_OUT.length()));
      }
      sawContext &= !message.startsWith(NO_CONTEXT);
    }
    return new LintReport(findings, leftOut, sawContext);
  }

  private static Finding finding(JsonObject result) {
    JsonObject properties = result.getAsJsonObject("properties");
    JsonObject location = objects(result, "locations").findFirst().orElseThrow();
    int line =
        location
            .getAsJsonObject("physicalLocation")
            .getAsJsonObject("region")
            .get("startLine")
            .getAsInt();
    return new Finding(
        result.get("ruleId").getAsString(),
        text(properties, "root"),
        text(properties, "sink"),
        way(result),
        file(location) + ":" + line);
  }

  private static Optional<List<String>> way(JsonObject result) {
    List<String> names = new ArrayList<>();
    List<JsonObject> steps =
        objects(result, "codeFlows")
            .limit(1)
            .flatMap(flow -> objects(flow, "threadFlows"))
            .flatMap(flow -> objects(flow, "locations"))
            .map(step -> step.getAsJsonObject("location"))
            .toList();
    for (JsonObject step : steps) {
      objects(step, "logicalLocations")
          .map(member -> text(member, "fullyQualifiedName"))
          .forEach(names::add);
    }
    return steps.isEmpty() || !names.isEmpty() ? Optional.of(List.copyOf(names)) : Optional.empty();
  }

  private static String message(JsonObject object) {
    return text(object.getAsJsonObject("message"), "text");
  }

  private static String file(JsonObject location) {
    return text(
        location.getAsJsonObject("physicalLocation").getAsJsonObject("artifactLocation"), "uri");
  }

  private static String text(JsonObject object, String name) {
    return object.has(name) ? object.get(name).getAsString() : "";
  }

  private static Stream<JsonObject> objects(JsonObject object, String name) {
    JsonArray array = object.has(name) ? object.getAsJsonArray(name) : new JsonArray();
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
  }
}
