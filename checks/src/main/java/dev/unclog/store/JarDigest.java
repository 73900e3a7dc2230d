package dev.unclog.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar by its content, wherever it lies and whenever it was made. */
final class JarDigest {
  /** How many hexadecimal figures: 128 bits. */
  static final int LENGTH = 32;

  private static final int BYTES_AN_ENTRY = Integer.BYTES + Integer.BYTES + Long.BYTES;

  private JarDigest() {}

  /**
   * A name for what is known of a jar.
   *
   * @param jar of which the directory alone is read: names, sizes and checksums of what is in it
   * @param salt what else the name depends on
   * @throws IOException if that is no jar
   */
  static String of(Path jar, String salt) throws IOException {
    MessageDigest digest = sha256();
    digest.update(salt.getBytes(UTF_8));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      // Numbers, since a digest is slow in a JVM that has just begun.
      ByteBuffer entries = ByteBuffer.allocate(zip.size() * BYTES_AN_ENTRY);
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.putInt(entry.getName().hashCode());
        entries.putInt((int) entry.getCrc());
        entries.putLong(entry.getSize());
      }
      digest.update(entries.flip());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }

  /** The jar that this code was loaded from; empty if it was not loaded from one. */
  static Optional<Path> ofOurOwn() {
    CodeSource source = JarDigest.class.getProtectionDomain().getCodeSource();
    try {
      return source == null
          ? Optional.empty()
          : Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
    } catch (URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
