/**
 * Reads cooperative code out of javac's attributed trees.
 *
 * <p>In come a compilation unit and the catalogue; out go {@link dev.unclog.source.Detection}s: the
 * blocking calls that stand in cooperative bodies. {@link dev.unclog.source.Contexts} knows which
 * code is cooperative and why, {@link dev.unclog.source.FunctionRoles} what becomes of functions
 * given away, {@link dev.unclog.source.BodyScanner} which calls a body makes, {@link
 * dev.unclog.source.FactsReader} what is known of a call by the code around it, {@link
 * dev.unclog.source.Judge} which of them block.
 *
 * <p>Nothing here reports: diagnostics, severities set by flags and suppression by Error Prone's
 * means are the checks' business.
 */
package dev.unclog.source;
