/**
 * What the compiler found, held against what happens: findings files are read, the calls they name
 * are watched, and counted. Knows files by their format alone, and nothing of the compiler's side.
 */
package dev.unclog.probe.findings;
