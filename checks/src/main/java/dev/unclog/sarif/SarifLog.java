package dev.unclog.sarif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands around a SARIF run. */
public final class SarifLog {
  /** The tool's name. */
  public static final String TOOL = "Unclog";

  private SarifLog() {}

  /**
   * A log of one run.
   *
   * @param run the run
   * @return the document
   */
  public static Map<String, Object> of(Map<String, Object> run) {
    Map<String, Object> log = new LinkedHashMap<>();
    log.put(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return log;
  }
}
