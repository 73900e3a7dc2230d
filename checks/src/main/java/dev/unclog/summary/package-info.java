/**
 * Follows calls: from a call to the bodies it may run, from those to theirs, to what blocks.
 *
 * <p>In come the facts of bodies and a {@link dev.unclog.summary.Program} that knows verdicts and
 * targets; out go {@link dev.unclog.summary.Chain}s, the shortest way to each kind of blocking.
 * Nothing here knows javac, class files, or what becomes of a chain. Nothing recurses: a chain or a
 * cycle of ten thousand methods costs ten thousand steps, and no stack.
 */
package dev.unclog.summary;
