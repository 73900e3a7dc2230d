package dev.unclog.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written whole or not at all. */
public final class WholeFile {
  private final Path file;

  private WholeFile(Path file) {
    this.file = file;
  }

  /**
   * A file to be written later, once there is something to write. Tried now, so that nobody waits
   * for a report that cannot be kept.
   *
   * @param file where to
   * @return the file, untouched
   * @throws CannotRunException if it could not be written
   */
  public static WholeFile at(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      throw new CannotRunException("cannot write " + file + ": it is a folder");
    }
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CannotRunException("cannot write " + file + ": there is no folder " + folder);
    }
    if (!Files.isWritable(Files.exists(absolute) ? absolute : folder)) {
      throw new CannotRunException("cannot write " + file + ": no permission");
    }
    return new WholeFile(absolute);
  }

  /**
   * Writes the file.
   *
   * @param text all of it
   * @throws CannotRunException if it cannot be written; what was there before is still there
   */
  public void write(String text) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // A device or a pipe: to be written into, never to be replaced.
        Files.writeString(file, text, UTF_8);
        return;
      }
      // Beside it, since only within one file system is a move all or nothing; a link stays one.
      Path real = Files.exists(file) ? file.toRealPath() : file;
      Path beside =
          real.resolveSibling(
              "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
      try {
        Files.writeString(beside, text, UTF_8, StandardOpenOption.CREATE_NEW);
        move(beside, real);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new CannotRunException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
