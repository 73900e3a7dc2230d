package dev.unclog.cli.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * The dependencies that could be had.
 *
 * @param jars in the order of a class path
 * @param missing coordinates of those that could not
 */
public record ClassPath(List<Path> jars, List<String> missing) {
  /** Copies the lists. */
  public ClassPath {
    jars = List.copyOf(jars);
    missing = List.copyOf(missing);
  }
}
