/**
 * Changes classes as they are loaded: the only package that knows bytecode.
 *
 * <p>In comes what to call before and after which methods ({@link dev.unclog.probe.weave.Advice}),
 * out go class files. It does not know what the called methods are for.
 */
package dev.unclog.probe.weave;
