/**
 * The demo's programs: in come the crawlers' sources, which lie in the jar, and an application's,
 * which are published; out go what they print when run, what was found in them, and what the probe
 * saw. Knows nothing of verdicts.
 */
package dev.unclog.cli.demo;
