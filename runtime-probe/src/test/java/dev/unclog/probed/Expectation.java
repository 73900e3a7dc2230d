package dev.unclog.probed;

/**
 * What a case must be observed as.
 *
 * @param name the case
 * @param kind the kind; null if it must not be observed
 */
public record Expectation(String name, String kind) {}
