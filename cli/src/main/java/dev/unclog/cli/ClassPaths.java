package dev.unclog.cli;

import dev.unclog.cli.problem.CannotRunException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a class path as the java command does. */
final class ClassPaths {
  private ClassPaths() {}

  /**
   * The entries of a class path.
   *
   * @param words joined as this system joins paths; {@code dir/*} stands for the jars in a folder
   * @return the entries
   * @throws CannotRunException if one is not there
   */
  static List<Path> parse(String words) {
    List<Path> entries = new ArrayList<>();
    for (String word : words.split(File.pathSeparator, -1)) {
      if (word.isBlank()) {
        continue;
      }
      boolean allJars = word.equals("*") || word.endsWith("/*") || word.endsWith("\\*");
      Path path = Path.of(allJars ? word.substring(0, word.length() - 1) + "." : word).normalize();
      if (!Files.exists(path)) {
        throw new CannotRunException("--classpath: there is no " + path);
      }
      if (allJars) {
        entries.addAll(jarsIn(path));
      } else {
        entries.add(path);
      }
    }
    return entries;
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new CannotRunException("--classpath: cannot read " + folder, e);
    }
  }
}
