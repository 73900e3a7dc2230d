package dev.unclog.finding;

/**
 * Why a method was found to block, or was not.
 *
 * @param asked the pattern that was asked about
 * @param isFound whether it means any method
 * @param text the answer, of several lines; for no method, what is near
 */
public record Explanation(String asked, boolean isFound, String text) {}
