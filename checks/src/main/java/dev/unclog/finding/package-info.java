/**
 * What was found, as data.
 *
 * <p>In come a piece of cooperative code, a call in it and the catalogue's entry about that call;
 * out goes a {@link dev.unclog.finding.Finding}, its text and its fingerprint. Nothing here knows
 * how a finding is shown: Error Prone's diagnostics, SARIF and terminals are others' business.
 */
package dev.unclog.finding;
