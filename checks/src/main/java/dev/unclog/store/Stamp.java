package dev.unclog.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What tells one class file from another: after a compilation without Unclog, or a tool that
 * rewrites classes, facts and class file no longer belong together.
 *
 * @param size in bytes
 * @param checksum CRC-32 of the bytes
 */
public record Stamp(int size, int checksum) {
  private static final String ARCHIVE = "jar";

  /** Of facts that cannot part from their class file, as those of a jar known by its content. */
  public static final Stamp NONE = new Stamp(0, 0);

  /**
   * The stamp of a class file.
   *
   * @param classFile its bytes
   * @return its stamp
   */
  public static Stamp of(byte[] classFile) {
    CRC32 checksum = new CRC32();
    checksum.update(classFile);
    return new Stamp(classFile.length, (int) checksum.getValue());
  }

  /**
   * The stamp of a class file; in an archive its directory tells it, and nothing is unpacked.
   *
   * @param classFile where it is
   * @return empty if there is none, or it cannot be read
   */
  static Optional<Stamp> of(Path classFile) {
    try {
      if (!classFile.getFileSystem().provider().getScheme().equals(ARCHIVE)) {
        return Optional.of(of(Files.readAllBytes(classFile)));
      }
      Map<String, Object> told = Files.readAttributes(classFile, "zip:size,crc");
      return told.get("size") instanceof Long size && told.get("crc") instanceof Long checksum
          ? Optional.of(new Stamp(size.intValue(), checksum.intValue()))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
