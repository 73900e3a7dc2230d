package dev.unclog.call;

/**
 * The assignment of a field.
 *
 * @param method the method or constructor that makes it
 * @param value what is assigned; of the parameters, those of the method
 */
public record Assigned(MethodKey method, Value value) {}
