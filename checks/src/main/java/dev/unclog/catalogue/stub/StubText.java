package dev.unclog.catalogue.stub;

/**
 * A stub file that was opened already.
 *
 * @param name what to call it in messages: a path, or a jar and the resource in it
 * @param text all of it
 */
public record StubText(String name, String text) {}
