package dev.unclog.cli.target;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * Sources that are compiled together, and against what.
 *
 * @param sources the files that are linted
 * @param sourcePath roots of further sources, for what the linted ones mention; not linted
 * @param classPath jars and folders of class files
 * @param lombok the processor's jar, if the sources need it; else none
 * @param encoding of all sources
 */
public record Unit(
    List<Path> sources,
    List<Path> sourcePath,
    List<Path> classPath,
    List<Path> lombok,
    Charset encoding) {

  /** Copies the lists. */
  public Unit {
    sources = List.copyOf(sources);
    sourcePath = List.copyOf(sourcePath);
    classPath = List.copyOf(classPath);
    lombok = List.copyOf(lombok);
  }
}
