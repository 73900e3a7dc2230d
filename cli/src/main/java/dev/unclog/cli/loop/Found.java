package dev.unclog.cli.loop;

import java.util.List;

/**
 * What compilations recorded.
 *
 * @param findings each finding once
 * @param contexts the code that must not block, with findings or without
 */
public record Found(List<Recorded> findings, Contexts contexts) {
  /** Copies the list. */
  public Found {
    findings = List.copyOf(findings);
  }
}
