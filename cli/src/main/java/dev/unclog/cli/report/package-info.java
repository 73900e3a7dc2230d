/**
 * What a user reads.
 *
 * <p>In come the outcomes of linting, target by target; out goes one text, for people or as SARIF
 * for other programs, made whole before any of it is written. Nothing here knows how a finding was
 * found.
 */
package dev.unclog.cli.report;
