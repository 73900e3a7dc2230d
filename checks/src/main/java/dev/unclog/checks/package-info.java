/**
 * The Error Prone checks: they wire, ask and report, and hold no analysis.
 *
 * <p>In come Error Prone's flags and each compilation unit; out go its diagnostics, and the same
 * findings as data to a {@link dev.unclog.finding.FindingSink} where somebody gave one. Nothing
 * else in this project knows Error Prone's diagnostics.
 */
package dev.unclog.checks;
