package dev.unclog.realbugs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Lombok's own "delombok": writes sources anew with what their annotations stand for, a logger's
 * field or a getter, written out. The linter runs no annotation processor, and without these
 * members such sources do not compile. What a method does, and what it calls, stays as it was; line
 * numbers do not.
 */
final class Delombok {
  private static final long MINUTES = 5;

  private final Path lombok;
  private final Path folder;

  /**
   * A preparation.
   *
   * @param lombok Lombok's jar
   * @param folder an empty folder that may be filled
   */
  Delombok(Path lombok, Path folder) {
    this.lombok = lombok;
    this.folder = folder;
  }

  /**
   * Expands the sources of an artifact.
   *
   * @param archive its sources jar
   * @param classPath what they are compiled against
   * @return the folder of the expanded sources
   */
  Path expand(Path archive, List<Path> classPath)
      throws Unclog.FailedException, IOException, InterruptedException {
    Path written = Files.createDirectory(folder.resolve("written"));
    Path expanded = folder.resolve("expanded");
    unpack(archive, written);
    // In a file, since a class path may be longer than a command line.
    Path arguments = folder.resolve("arguments");
    Files.writeString(
        arguments,
        String.join(
            "\n",
            quoted("--classpath"),
            quoted(
                String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList())),
            quoted("--encoding"),
            quoted(UTF_8.name()),
            quoted("--target"),
            quoted(expanded.toString()),
            quoted(written.toString())));
    Path printed = folder.resolve("printed");
    List<String> command =
        List.of(Unclog.java(), "-jar", lombok.toString(), "delombok", "@" + arguments);
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      throw new Unclog.FailedException("delombok: no end after " + MINUTES + " minutes");
    }
    // Its exit status tells of errors in the sources too, which it prints and goes on.
    if (!Files.isDirectory(expanded)) {
      throw new Unclog.FailedException(
          "delombok: "
              + Files.readAllLines(printed).stream().findFirst().orElse("nothing written"));
    }
    return expanded;
  }

  /** Removes a folder and all that is in it. */
  static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (file.startsWith(folder) && entry.getName().endsWith(".java")) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }
}
