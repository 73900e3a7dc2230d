package dev.unclog.cli.report;

import dev.unclog.cli.javac.Checks;
import dev.unclog.cli.loop.Blocked;
import dev.unclog.cli.loop.Judged;
import dev.unclog.cli.loop.Observed;
import dev.unclog.cli.loop.Outcome;
import dev.unclog.cli.loop.Unpredicted;
import dev.unclog.sarif.FindingsFile;
import dev.unclog.sarif.JsonText;
import dev.unclog.sarif.SarifLog;
import dev.unclog.sarif.SarifResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Verdicts for code-scanning services: the findings as they were, with what became of them. */
public final class VerdictSarif {
  /** The rule that stands for what blocked and was not found. */
  private static final String UNPREDICTED = "UnpredictedBlocking";

  private final Outcome outcome;

  private VerdictSarif(Outcome outcome) {
    this.outcome = outcome;
  }

  /**
   * Writes a report.
   *
   * @param outcome what there is to tell
   * @param version this program's version
   * @param rules the checks
   * @return the document
   */
  public static String of(Outcome outcome, String version, List<Checks.Rule> rules) {
    return JsonText.of(SarifLog.of(new VerdictSarif(outcome).run(version, rules)));
  }

  private Map<String, Object> run(String version, List<Checks.Rule> rules) {
    Map<String, Object> run = new LinkedHashMap<>();
    Map<String, Object> driver = SarifReport.driver(version, rules);
    List<Object> all = new ArrayList<>((List<?>) driver.get("rules"));
    all.add(unpredictedRule());
    driver.put("rules", all);
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "originalUriBaseIds",
        Map.of(
            FindingsFile.BASE,
            Map.of("description", SarifResult.text("A root of a module's sources"))));
    List<Object> results = new ArrayList<>();
    outcome.joined().judged().forEach(judged -> results.add(result(judged)));
    outcome.joined().unpredicted().forEach(each -> results.add(result(each)));
    run.put("results", results);
    return run;
  }

  private static Map<String, Object> unpredictedRule() {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", UNPREDICTED);
    rule.put(
        "shortDescription", SarifResult.text("A hub was blocked by what no finding had foretold"));
    rule.put("defaultConfiguration", Map.of("level", "warning"));
    return rule;
  }

  private Map<String, Object> result(Judged judged) {
    Map<String, Object> result = new LinkedHashMap<>(judged.finding().result());
    if (outcome.baseline().isPresent()) {
      result.put("baselineState", outcome.isNew(judged.finding()) ? "new" : "unchanged");
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    if (result.get("properties") instanceof Map<?, ?> known) {
      known.forEach((name, value) -> properties.put((String) name, value));
    }
    properties.put("module", judged.finding().module());
    properties.put("verdict", judged.verdict().word());
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("onHubs", judged.counted().onHubs());
    evidence.put("elsewhere", judged.counted().elsewhere());
    evidence.put("longestMillis", judged.counted().longestMillis());
    judged.blocked().ifPresent(blocked -> evidence.put("blocked", blocked(blocked)));
    properties.put("evidence", evidence);
    result.put("properties", properties);
    return result;
  }

  private static Map<String, Object> blocked(Blocked blocked) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("times", blocked.times());
    object.put("maxMillis", blocked.maxMillis());
    object.put("p99Millis", blocked.p99Millis());
    object.put("kind", blocked.kind());
    object.put("operations", blocked.operations());
    object.put("stack", blocked.shortest().stack().stream().map(Observed.Frame::text).toList());
    return object;
  }

  private static Map<String, Object> result(Unpredicted unpredicted) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", UNPREDICTED);
    result.put("level", "warning");
    result.put(
        "message",
        SarifResult.text(
            "%s%n%s"
                .formatted(
                    unpredicted.place(), String.join("\n", Evidence.of(unpredicted.blocked())))
                .replace("\r\n", "\n")));
    Map<String, Object> name =
        Map.of("logicalLocations", List.of(Map.of("fullyQualifiedName", unpredicted.place())));
    result.put("locations", List.of(name));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("verdict", "unpredicted");
    properties.put(
        "silence",
        unpredicted.silence().reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    properties.put("why", unpredicted.silence().words());
    properties.put("evidence", Map.of("blocked", blocked(unpredicted.blocked())));
    result.put("properties", properties);
    return result;
  }
}
