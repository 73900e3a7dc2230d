package dev.unclog.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Bytes between a mark and a checksum. */
final class Sealed {
  /** "UNCF": facts. */
  static final int FACTS = 0x554e4346;

  /** "UNCT": subtypes. */
  static final int SUBTYPES = 0x554e4354;

  /** "UNCU": uses of constructors. */
  static final int USES = 0x554e4355;

  private static final int CHECKSUM_BYTES = 4;

  private Sealed() {}

  static byte[] seal(int mark, byte[] body) {
    Encoder out = new Encoder();
    out.fixed(mark);
    out.fixed(FactsFormat.VERSION);
    out.raw(body);
    byte[] bytes = out.bytes();
    out.fixed(checksum(bytes, bytes.length));
    return out.bytes();
  }

  /**
   * What is between.
   *
   * @throws BadFactsException if the mark is another, the version another, or the checksum wrong
   */
  static Decoder open(int mark, byte[] bytes) throws BadFactsException {
    int end = bytes.length - CHECKSUM_BYTES;
    if (end < 0) {
      throw new BadFactsException("it is cut short");
    }
    Decoder in = new Decoder(bytes, end);
    if (in.fixed() != mark) {
      throw new BadFactsException("it is something else");
    }
    int version = in.fixed();
    if (version != FactsFormat.VERSION) {
      throw new BadFactsException(
          "it is in format %d, and this version of Unclog reads format %d"
              .formatted(version, FactsFormat.VERSION));
    }
    if (ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, end)) {
      throw new BadFactsException("it is damaged");
    }
    return in;
  }

  static int checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
