package dev.unclog.bytecode;

import dev.unclog.call.MethodKey;

/**
 * How a class file declares a method.
 *
 * @param key its name
 * @param returnType erased, by binary name; {@code void} for constructors
 * @param isStatic whether it has no {@code this}
 * @param isPrivate whether only its nest can call it
 * @param isFinal whether no subclass overrides it
 * @param isAbstract whether it has no body
 * @param isSynthetic whether a compiler made it: the body of a lambda, or a bridge
 */
public record MethodHeader(
    MethodKey key,
    String returnType,
    boolean isStatic,
    boolean isPrivate,
    boolean isFinal,
    boolean isAbstract,
    boolean isSynthetic) {}
