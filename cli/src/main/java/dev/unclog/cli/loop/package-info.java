/**
 * The two halves joined: what the compiler found, what the probe saw, and the verdict on each
 * finding.
 *
 * <p>In come findings files and the probe's reports, which others may have cut short or mixed up;
 * out goes data that reports are written from. What is read is never written to.
 */
package dev.unclog.cli.loop;
