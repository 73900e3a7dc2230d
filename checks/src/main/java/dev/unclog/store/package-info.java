/**
 * Facts that outlive the compilation that read them: those of a module, beside its class files, and
 * those of jars, in a cache.
 *
 * <p>In come the {@link dev.unclog.call.BodyFacts} of classes; out go bytes, and from bytes the
 * same facts again. The bytes depend on the facts alone: not on where a module lies, when it was
 * compiled, or in which order. They hold what bodies do and never what follows from it, so that
 * they stay true when a stub or a dependency changes. A {@link dev.unclog.store.Stamp} tells
 * whether the class file is still the one that they were read with.
 *
 * <p>What cannot be read is as good as not there: whoever asks has the class file to go back to.
 * Nothing here knows javac, instructions, the catalogue, or what blocks.
 */
package dev.unclog.store;
