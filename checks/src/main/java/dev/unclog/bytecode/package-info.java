/**
 * What a class file says: its header, and what each of its methods does.
 *
 * <p>In come the bytes of class files, {@link dev.unclog.bytecode.ClassFacts one at a time}; out go
 * {@link dev.unclog.bytecode.ClassHeader headers} and {@link dev.unclog.call.BodyFacts}, the same
 * as a compiler's syntax trees would give. For the classes of a whole jar {@link
 * dev.unclog.bytecode.DirectSubtypes} tells who extends or implements whom.
 *
 * <p>A class file's header is read at once, a method's instructions when somebody asks for that
 * method: of the classes on a class path the engine enters few, and few methods of those.
 *
 * <p>The facts are of one class file. Nothing here looks up another class, knows javac, the
 * catalogue, or what blocks. What cannot be seen is said to be unknown, never guessed.
 */
package dev.unclog.bytecode;
