/**
 * Findings as SARIF 2.1.0, which is what the compiler's side tells the world: code-scanning
 * services, the probe, reports. Knows findings and nothing of where they come from.
 *
 * <p>A document is a tree of maps, lists, texts, numbers and truth values, so that the library that
 * reads and writes it stays inside.
 */
package dev.unclog.sarif;
