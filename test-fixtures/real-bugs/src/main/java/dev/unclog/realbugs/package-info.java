/**
 * Real bugs, linted before and after their repair: in goes a table of bugs with the published
 * versions that have them and that no longer do, out comes which of them the linter finds and where
 * it stays loud after the fix. Knows Unclog only as a user does: its jar, its options, its SARIF.
 *
 * <p>{@link dev.unclog.realbugs.BugTable} reads the table, {@link dev.unclog.realbugs.Unclog} runs
 * the linter, {@link dev.unclog.realbugs.Judgement} decides whether a report shows the bug, {@link
 * dev.unclog.realbugs.Results} counts.
 */
package dev.unclog.realbugs;
