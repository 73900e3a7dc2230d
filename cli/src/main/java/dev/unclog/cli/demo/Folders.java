package dev.unclog.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a program of the demo is built and run. */
final class Folders {
  private Folders() {}

  /** Deletes a folder with all that is in it. */
  static void clear(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** Copies the files beneath one into another, which may be in another file system. */
  static void copy(Path from, Path folder) throws IOException {
    Path to = folder.normalize();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString()).normalize();
      if (!target.startsWith(to)) {
        throw new IOException(file + " leads out of its archive");
      }
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  /** Puts the probe there, which lies in this program's jar. */
  static Path probe(Path folder) throws IOException {
    Path probe = folder.resolve("unclog-runtime-probe.jar");
    if (Files.notExists(probe)) {
      try (InputStream jar = Folders.class.getResourceAsStream("unclog-runtime-probe.jar")) {
        Files.copy(jar, probe);
      }
    }
    return probe;
  }
}
