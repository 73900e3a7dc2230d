/**
 * The demo's program: in come the crawler's sources, which lie in the jar, out go what they print
 * when run, and the sources to be linted. Knows nothing of linting.
 */
package dev.unclog.cli.demo;
