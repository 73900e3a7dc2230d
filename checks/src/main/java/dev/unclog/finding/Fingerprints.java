package dev.unclog.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names for findings that survive moved lines and reformatting: they are made of the check, the
 * root, the sink, and how many of the same came before in the same unit.
 */
public final class Fingerprints {
  private static final int BYTES = 8;

  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * The fingerprint of the next finding.
   *
   * @param check the check's name
   * @param root the cooperative code
   * @param sink the blocking call
   * @return 16 hexadecimal digits
   */
  public String next(String check, String root, String sink) {
    String pair = check + "\n" + root + "\n" + sink;
    int ordinal = seen.merge(pair, 1, Integer::sum);
    return HexFormat.of().formatHex(sha256(pair + "\n" + ordinal), 0, BYTES);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
