/**
 * Makes class files of ours cheaper to start with. The build runs {@link dev.unclog.weaving.Weaver}
 * on what javac has written; nothing else does.
 *
 * <p>Where a function is written, javac leaves it to the JVM to make a class for it, when it is
 * come to: several hundred in a compilation that takes seconds, and as long again for the equality
 * of records. That pays in a server. In come class files, out go class files that do the same, with
 * one class more for the functions of each.
 *
 * <p>Nothing here knows what the classes are about, and nothing elsewhere knows of this.
 */
package dev.unclog.weaving;
