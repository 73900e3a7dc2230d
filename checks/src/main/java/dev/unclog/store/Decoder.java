package dev.unclog.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what {@link Encoder} wrote, and believes nothing: every length is held against what is
 * left, so that no bytes can make it take much more memory than they do themselves, or fail
 * otherwise than with a {@link BadFactsException}.
 */
final class Decoder {
  private final byte[] bytes;
  private final int end;
  private int next;

  Decoder(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** Reads one of many. */
  interface Reading<T> {
    T read() throws BadFactsException;
  }

  static BadFactsException damaged() {
    return new BadFactsException("it contradicts itself");
  }

  private int one() throws BadFactsException {
    if (next == end) {
      throw damaged();
    }
    return bytes[next++] & 0xff;
  }

  int fixed() throws BadFactsException {
    return one() << 24 | one() << 16 | one() << 8 | one();
  }

  byte[] raw(int length) throws BadFactsException {
    if (length > end - next) {
      throw damaged();
    }
    next += length;
    return Arrays.copyOfRange(bytes, next - length, next);
  }

  /** All that is left. */
  byte[] rest() throws BadFactsException {
    return raw(end - next);
  }

  int number() throws BadFactsException {
    int number = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int piece = one();
      number |= (piece & 0x7f) << shift;
      if (piece < 0x80) {
        if (number < 0) {
          throw damaged();
        }
        return number;
      }
    }
    throw damaged();
  }

  /** How many follow: no more than there are bytes, since each takes one at least. */
  private int count() throws BadFactsException {
    int count = number();
    if (count > end - next) {
      throw damaged();
    }
    return count;
  }

  boolean flag() throws BadFactsException {
    return number() == 1;
  }

  String text() throws BadFactsException {
    char[] text = new char[count()];
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) number();
    }
    return new String(text);
  }

  <T> List<T> all(Reading<T> read) throws BadFactsException {
    int count = count();
    if (count == 0) {
      return List.of();
    }
    List<T> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(read.read());
    }
    return all;
  }
}
