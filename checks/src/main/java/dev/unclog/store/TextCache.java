package dev.unclog.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What was worked out of texts, kept in the folder of this machine that {@link JarCache} uses, by
 * the texts and this version of Unclog. As there, files may go at any time.
 */
public final class TextCache {
  private final CacheFolder folder;

  /**
   * A cache.
   *
   * @param folder where it is; it need not exist, or be writable
   */
  public TextCache(Path folder) {
    this.folder = new CacheFolder(folder);
  }

  /**
   * What was kept.
   *
   * @param texts all that it was worked out of
   * @return the bytes given to {@link #write}; empty if there are none to be had
   */
  public Optional<byte[]> read(List<String> texts) {
    return folder.read(name(texts));
  }

  /**
   * Keeps something.
   *
   * @param texts all that it was worked out of
   * @param bytes that tell by themselves whether they are whole
   */
  public void write(List<String> texts, byte[] bytes) {
    folder.write(name(texts), bytes);
    folder.prune();
  }

  private static String name(List<String> texts) {
    MessageDigest digest = JarDigest.sha256();
    digest.update(JarCache.ownVersion().orElse("").getBytes(UTF_8));
    for (String text : texts) {
      byte[] bytes = text.getBytes(UTF_8);
      digest.update(("\n" + bytes.length + "\n").getBytes(UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, JarDigest.LENGTH) + ".stubs";
  }
}
