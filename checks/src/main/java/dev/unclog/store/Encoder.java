package dev.unclog.store;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes numbers and texts as {@link FactsFormat} has them. */
final class Encoder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** An {@code int} of four bytes, the highest first. */
  void fixed(int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes.write(number >>> shift);
    }
  }

  void raw(byte[] more) {
    bytes.writeBytes(more);
  }

  void number(int number) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      bytes.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
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
    return bytes.toByteArray();
  }
}
