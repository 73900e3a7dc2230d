package dev.unclog.store;

import dev.unclog.call.BodyFacts;

/**
 * The facts of a body.
 *
 * @param owner the class in whose class file it is, by binary name
 * @param facts what it does
 * @param shownAs what reports call it, if that is not its name: a function has none; else empty
 */
public record StoredBody(String owner, BodyFacts facts, String shownAs) {}
