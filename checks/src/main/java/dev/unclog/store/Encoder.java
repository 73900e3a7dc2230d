package dev.unclog.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes numbers and texts as {@link FactsFormat} has them. */
final class Encoder {
  /** Not a stream: those lock for each byte, and this is done for all that is compiled. */
  private byte[] bytes = new byte[1024];

  private int length;

  private void one(int number) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) number;
  }

  /** An {@code int} of four bytes, the highest first. */
  void fixed(int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      one(number >>> shift);
    }
  }

  void raw(byte[] more) {
    if (more.length > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more.length));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void number(int number) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      one(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    one(rest);
  }

  void flag(boolean flag) {
    number(flag ? 1 : 0);
  }

  /**
   * Character by character: a constant may be no Unicode at all, and has to come back as it was.
   */
  void text(String text) {
    number(text.length());
    for (int i = 0; i < text.length(); i++) {
      number(text.charAt(i));
    }
  }

  <T> void all(Collection<T> things, Consumer<T> write) {
    number(things.size());
    things.forEach(write);
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
