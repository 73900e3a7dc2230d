package dev.unclog.cli.javac;

import dev.unclog.finding.Finding;
import java.nio.file.Path;

/**
 * A finding, and the file it is in.
 *
 * @param source the file
 * @param finding the finding
 */
public record Located(Path source, Finding finding) {}
