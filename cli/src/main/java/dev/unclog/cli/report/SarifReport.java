package dev.unclog.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unclog.annotations.Severity;
import dev.unclog.cli.javac.Checks;
import dev.unclog.cli.javac.LeftOut;
import dev.unclog.cli.javac.Located;
import dev.unclog.cli.target.Base;
import dev.unclog.finding.Choke;
import dev.unclog.finding.Chokes;
import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A report for other programs: SARIF 2.1.0, one run, a base for each target. */
public final class SarifReport {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** How much of what was not followed a run lists. */
  private static final int MOST_LISTED = 200;

  private final Report report;
  private final List<String> rules;

  private SarifReport(Report report) {
    this.report = report;
    this.rules = report.rules().stream().map(Checks.Rule::name).toList();
  }

  /**
   * Writes a report.
   *
   * @param report what came of the run
   * @return the document
   */
  public static String of(Report report) {
    SarifReport made = new SarifReport(report);
    JsonObject log = new JsonObject();
    log.addProperty(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    log.addProperty("version", "2.1.0");
    log.add("runs", array(Stream.of(made.run())));
    return ascii(GSON.toJson(log)) + "\n";
  }

  /** The same document, whatever encoding it is written in: only strings hold other characters. */
  private static String ascii(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 128) {
        escaped.append(c);
      } else {
        escaped.append("\\u%04x".formatted((int) c));
      }
    }
    return escaped.toString();
  }

  private JsonObject run() {
    JsonObject run = new JsonObject();
    JsonObject tool = new JsonObject();
    tool.add("driver", driver());
    run.add("tool", tool);
    run.add("invocations", array(Stream.of(invocation())));
    run.addProperty("columnKind", "utf16CodeUnits");
    JsonObject bases = new JsonObject();
    List<JsonObject> results = new ArrayList<>();
    for (int i = 0; i < report.parts().size(); i++) {
      Part part = report.parts().get(i);
      bases.add(baseId(i), base(part.target().base()));
      Chokes chokes = part.chokes();
      for (Located located :
          Stream.concat(part.findings(false), part.findings(true)).sorted(Part.BY_PLACE).toList()) {
        results.add(result(located, part, i, chokes));
      }
    }
    run.add("originalUriBaseIds", bases);
    run.add("results", array(results.stream()));
    run.add("properties", properties());
    return run;
  }

  /** How far calls could be followed, and what was not: the most frequent, not to swell a log. */
  private JsonObject properties() {
    CoverageReport coverage =
        CoverageReport.sum(report.parts().stream().map(Part::coverage).toList());
    JsonObject properties = new JsonObject();
    properties.addProperty("callsFollowed", coverage.followed());
    properties.addProperty(
        "callsUnresolved",
        coverage.unresolved().stream().mapToInt(CoverageReport.Unresolved::calls).sum());
    properties.add(
        "unresolved",
        array(coverage.unresolved().stream().limit(MOST_LISTED).map(SarifReport::unresolved)));
    JsonArray missing = new JsonArray();
    coverage.missing().stream().limit(MOST_LISTED).forEach(missing::add);
    properties.add("missingClasses", missing);
    return properties;
  }

  private static JsonObject unresolved(CoverageReport.Unresolved what) {
    JsonObject object = new JsonObject();
    object.addProperty("callee", what.callee());
    object.addProperty("why", what.why());
    object.addProperty("calls", what.calls());
    return object;
  }

  private JsonObject driver() {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "Unclog");
    driver.addProperty("version", report.version());
    driver.add("rules", array(report.rules().stream().map(SarifReport::rule)));
    return driver;
  }

  private static JsonObject rule(Checks.Rule rule) {
    JsonObject object = new JsonObject();
    object.addProperty("id", rule.name());
    object.add("shortDescription", text(rule.summary()));
    object.add("fullDescription", text(rule.explanation()));
    object.add(
        "help",
        text(rule.link().isEmpty() ? rule.explanation() : rule.explanation() + "\n" + rule.link()));
    if (!rule.link().isEmpty()) {
      object.addProperty("helpUri", rule.link());
    }
    JsonObject configuration = new JsonObject();
    configuration.addProperty("level", rule.error() ? "error" : "warning");
    object.add("defaultConfiguration", configuration);
    return object;
  }

  private JsonObject result(Located located, Part part, int target, Chokes chokes) {
    Finding finding = located.finding();
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", finding.check());
    int index = rules.indexOf(finding.check());
    if (index >= 0) {
      result.addProperty("ruleIndex", index);
    }
    result.addProperty("level", finding.severity() == Severity.ERROR ? "error" : "warning");
    result.add("message", text(finding.message()));
    JsonObject region = new JsonObject();
    region.addProperty("startLine", finding.place().line());
    region.addProperty("startColumn", finding.place().column());
    region.addProperty("endLine", finding.place().endLine());
    region.addProperty("endColumn", finding.place().endColumn());
    result.add("locations", array(Stream.of(location(located.source(), part, target, region))));
    if (!finding.way().isEmpty()) {
      JsonObject start = location(located.source(), part, target, region);
      result.add("codeFlows", array(Stream.of(codeFlow(finding, start))));
    }
    JsonObject fingerprints = new JsonObject();
    fingerprints.addProperty("unclog/v1", finding.fingerprint());
    result.add("partialFingerprints", fingerprints);
    finding
        .suppression()
        .ifPresent(
            reason -> {
              JsonObject suppression = new JsonObject();
              suppression.addProperty("kind", "inSource");
              suppression.addProperty("justification", reason);
              result.add("suppressions", array(Stream.of(suppression)));
            });
    JsonObject properties = new JsonObject();
    finding.kind().ifPresent(kind -> properties.addProperty("kind", kind.word()));
    properties.addProperty("root", finding.root());
    if (!finding.sink().isEmpty()) {
      properties.addProperty("sink", finding.sink());
    }
    chokes.of(finding).ifPresent(choke -> properties.add("choke", choke(choke)));
    result.add("properties", properties);
    return result;
  }

  /** The way from the root to the sink: each call by the body in which it stands. */
  private static JsonObject codeFlow(Finding finding, JsonObject start) {
    List<JsonObject> steps = new ArrayList<>();
    steps.add(step(start, finding.root(), finding.headline()));
    for (Finding.Step step : finding.way()) {
      steps.add(step(new JsonObject(), step.caller(), step.text()));
    }
    JsonObject threadFlow = new JsonObject();
    threadFlow.add("locations", array(steps.stream()));
    JsonObject codeFlow = new JsonObject();
    codeFlow.add("threadFlows", array(Stream.of(threadFlow)));
    return codeFlow;
  }

  private static JsonObject step(JsonObject location, String body, String message) {
    if (!body.isEmpty()) {
      JsonObject name = new JsonObject();
      name.addProperty("fullyQualifiedName", body);
      location.add("logicalLocations", array(Stream.of(name)));
    }
    location.add("message", text(message));
    JsonObject step = new JsonObject();
    step.add("location", location);
    return step;
  }

  /** What a finding shares with others, so that a viewer can group them. */
  private static JsonObject choke(Choke choke) {
    JsonObject object = new JsonObject();
    object.addProperty("caller", choke.edge().caller());
    object.addProperty("call", choke.edge().text());
    object.addProperty("findings", choke.findings().size());
    if (!choke.repair().isEmpty()) {
      object.addProperty("repair", choke.repair());
    }
    return object;
  }

  private JsonObject invocation() {
    JsonObject invocation = new JsonObject();
    invocation.addProperty("executionSuccessful", true);
    List<JsonObject> notifications = new ArrayList<>();
    for (int i = 0; i < report.parts().size(); i++) {
      Part part = report.parts().get(i);
      for (LeftOut leftOut : part.leftOut()) {
        JsonObject region = new JsonObject();
        region.addProperty("startLine", leftOut.line());
        JsonObject notification = notification("warning", "left out: " + leftOut.reason());
        notification.add(
            "locations", array(Stream.of(location(leftOut.source(), part, i, region))));
        notifications.add(notification);
      }
      for (String file : part.unreadable()) {
        notifications.add(notification("warning", "cannot read the class file " + file));
      }
      for (String missing : part.target().missing()) {
        notifications.add(notification("note", "dependency not found: " + missing));
      }
      for (String explanation : part.explanations()) {
        notifications.add(notification("note", explanation));
      }
      if (part.contexts().isEmpty()) {
        notifications.add(
            notification("note", "no cooperative code was seen in " + part.target().name()));
      }
    }
    invocation.add("toolExecutionNotifications", array(notifications.stream()));
    return invocation;
  }

  private static JsonObject notification(String level, String words) {
    JsonObject notification = new JsonObject();
    notification.addProperty("level", level);
    notification.add("message", text(words));
    return notification;
  }

  private JsonObject location(Path source, Part part, int target, JsonObject region) {
    JsonObject artifact = new JsonObject();
    String name = part.target().base().name(source);
    artifact.addProperty("uri", path(name));
    if (!name.startsWith("/")) {
      artifact.addProperty("uriBaseId", baseId(target));
    }
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", artifact);
    physical.add("region", region);
    JsonObject location = new JsonObject();
    location.add("physicalLocation", physical);
    return location;
  }

  private static JsonObject base(Base base) {
    JsonObject object = new JsonObject();
    // Inside an archive there is nothing a viewer could open: it asks its user by the description.
    base.uri().ifPresent(uri -> object.addProperty("uri", uri.toString()));
    object.add("description", text(base.description()));
    return object;
  }

  private String baseId(int target) {
    return report.parts().size() == 1 ? "SRCROOT" : "SRCROOT_" + (target + 1);
  }

  private static String path(String name) {
    try {
      String slashed = name.startsWith("/") ? name : "/" + name;
      String raw = new URI(null, null, slashed, null).toASCIIString();
      return name.startsWith("/") ? raw : raw.substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static JsonObject text(String words) {
    JsonObject message = new JsonObject();
    message.addProperty("text", words);
    return message;
  }

  private static JsonArray array(Stream<JsonObject> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}
