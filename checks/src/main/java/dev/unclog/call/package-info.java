/**
 * What bodies do, as plain facts: which calls they make, with which values, after which checks.
 *
 * <p>In come bodies, whether a compiler holds their syntax trees or a class file their
 * instructions; out go {@link dev.unclog.call.BodyFacts}, the same for both. They are local:
 * nothing here has been concluded from what is called, so they stay true when a dependency changes.
 * Nothing here knows javac, class files, the catalogue, or what blocks.
 */
package dev.unclog.call;
