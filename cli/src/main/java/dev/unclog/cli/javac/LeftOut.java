package dev.unclog.cli.javac;

import java.nio.file.Path;

/**
 * A source that was not looked at.
 *
 * @param source the file
 * @param line where the first error is, counted from 1
 * @param reason the compiler's first error about it, one line
 * @param syntax whether it is no Java at all, rather than Java that misses something
 */
public record LeftOut(Path source, long line, String reason, boolean syntax) {}
