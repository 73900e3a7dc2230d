package dev.unclog.store;

import java.util.zip.CRC32;

/**
 * What tells one class file from another: after a compilation without Unclog, or a tool that
 * rewrites classes, facts and class file no longer belong together.
 *
 * @param size in bytes
 * @param checksum CRC-32 of the bytes
 */
public record Stamp(int size, int checksum) {
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
}
