package dev.unclog.cli.report;

import dev.unclog.cli.javac.Checks;
import dev.unclog.cli.javac.LeftOut;
import dev.unclog.cli.javac.Located;
import dev.unclog.cli.target.Base;
import dev.unclog.finding.Chokes;
import dev.unclog.finding.CoverageReport;
import dev.unclog.sarif.JsonText;
import dev.unclog.sarif.SarifLog;
import dev.unclog.sarif.SarifResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A report for other programs: SARIF 2.1.0, one run, a base for each target. */
public final class SarifReport {
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
    return JsonText.of(SarifLog.of(new SarifReport(report).run()));
  }

  private Map<String, Object> run() {
    Map<String, Object> run = new LinkedHashMap<>();
    Map<String, Object> tool = new LinkedHashMap<>();
    tool.put("driver", driver(report.version(), report.rules()));
    run.put("tool", tool);
    run.put("invocations", List.of(invocation()));
    run.put("columnKind", "utf16CodeUnits");
    Map<String, Object> bases = new LinkedHashMap<>();
    List<Map<String, Object>> results = new ArrayList<>();
    for (int i = 0; i < report.parts().size(); i++) {
      Part part = report.parts().get(i);
      bases.put(baseId(i), base(part.target().base()));
      Chokes chokes = part.chokes();
      for (Located located :
          Stream.concat(part.findings(false), part.findings(true)).sorted(Part.BY_PLACE).toList()) {
        results.add(result(located, part, i, chokes));
      }
    }
    run.put("originalUriBaseIds", bases);
    run.put("results", results);
    run.put("properties", properties());
    return run;
  }

  /** How far calls could be followed, and what was not: the most frequent, not to swell a log. */
  private Map<String, Object> properties() {
    CoverageReport coverage =
        CoverageReport.sum(report.parts().stream().map(Part::coverage).toList());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("callsFollowed", coverage.followed());
    properties.put(
        "callsUnresolved",
        coverage.unresolved().stream().mapToInt(CoverageReport.Unresolved::calls).sum());
    properties.put(
        "unresolved",
        coverage.unresolved().stream().limit(MOST_LISTED).map(SarifReport::unresolved).toList());
    properties.put("farFetchedLeftOut", coverage.farFetched());
    properties.put("missingClasses", coverage.missing().stream().limit(MOST_LISTED).toList());
    return properties;
  }

  private static Map<String, Object> unresolved(CoverageReport.Unresolved what) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("callee", what.callee());
    object.put("why", what.why());
    object.put("calls", what.calls());
    return object;
  }

  static Map<String, Object> driver(String version, List<Checks.Rule> rules) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", SarifLog.TOOL);
    driver.put("version", version);
    driver.put("rules", rules.stream().map(SarifReport::rule).toList());
    return driver;
  }

  private static Map<String, Object> rule(Checks.Rule rule) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", rule.name());
    object.put("shortDescription", SarifResult.text(rule.summary()));
    object.put("fullDescription", SarifResult.text(rule.explanation()));
    object.put(
        "help",
        SarifResult.text(
            rule.link().isEmpty() ? rule.explanation() : rule.explanation() + "\n" + rule.link()));
    if (!rule.link().isEmpty()) {
      object.put("helpUri", rule.link());
    }
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("level", rule.error() ? "error" : "warning");
    object.put("defaultConfiguration", configuration);
    return object;
  }

  private Map<String, Object> result(Located located, Part part, int target, Chokes chokes) {
    Map<String, Object> result =
        SarifResult.of(
            located.finding(), file(located.source(), part, target), chokes.of(located.finding()));
    int index = rules.indexOf(located.finding().check());
    if (index >= 0) {
      result.put("ruleIndex", index);
    }
    return result;
  }

  private Map<String, Object> invocation() {
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", true);
    List<Map<String, Object>> notifications = new ArrayList<>();
    for (int i = 0; i < report.parts().size(); i++) {
      Part part = report.parts().get(i);
      for (LeftOut leftOut : part.leftOut()) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", leftOut.line());
        Map<String, Object> notification = notification("warning", "left out: " + leftOut.reason());
        notification.put(
            "locations", List.of(SarifResult.location(file(leftOut.source(), part, i), region)));
        notifications.add(notification);
      }
      for (String file : part.unreadable()) {
        notifications.add(notification("warning", "cannot read the class file " + file));
      }
      for (String note : part.notes()) {
        notifications.add(notification("warning", note));
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
    invocation.put("toolExecutionNotifications", notifications);
    return invocation;
  }

  private static Map<String, Object> notification(String level, String words) {
    Map<String, Object> notification = new LinkedHashMap<>();
    notification.put("level", level);
    notification.put("message", SarifResult.text(words));
    return notification;
  }

  private Map<String, Object> file(Path source, Part part, int target) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    String name = part.target().base().name(source);
    artifact.put("uri", path(name));
    if (!name.startsWith("/")) {
      artifact.put("uriBaseId", baseId(target));
    }
    return artifact;
  }

  private static Map<String, Object> base(Base base) {
    Map<String, Object> object = new LinkedHashMap<>();
    // Inside an archive there is nothing a viewer could open: it asks its user by the description.
    base.uri().ifPresent(uri -> object.put("uri", uri.toString()));
    object.put("description", SarifResult.text(base.description()));
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
}
