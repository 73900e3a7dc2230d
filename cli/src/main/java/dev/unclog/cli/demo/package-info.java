/**
 * The demo's programs: in come the crawler's sources, which lie in the jar, out go what they print
 * when run, what was found in them, and what the probe saw. Knows nothing of verdicts.
 */
package dev.unclog.cli.demo;
