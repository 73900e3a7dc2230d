package dev.unclog.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes numbers and texts as {@link FactsFormat} has them. */
final class Encoder {
  /** What a number may take, seven bits a byte. */
  private static final int LONGEST_NUMBER = 5;

  /** Not a stream: those lock for each byte, and this is done for all that is compiled. */
  private byte[] bytes = new byte[1024];

  private int length;

  private void makeRoomFor(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  /** An {@code int} of four bytes, the highest first. */
  void fixed(int number) {
    makeRoomFor(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (number >>> shift);
    }
  }

  void raw(byte[] more) {
    makeRoomFor(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void number(int number) {
    makeRoomFor(LONGEST_NUMBER);
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      bytes[length++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void flag(boolean flag) {
    number(flag ? 1 : 0);
  }

  /**
   * Character by character: a constant may be no Unicode at all, and has to come back as it was.
   */
  void text(String text) {
    int characters = text.length();
    number(characters);
    makeRoomFor(characters);
    int done = 0;
    while (done < characters && text.charAt(done) <= 0x7f) { // As nearly all: a byte for each.
      bytes[length + done] = (byte) text.charAt(done);
      done++;
    }
    length += done;
    for (; done < characters; done++) {
      number(text.charAt(done));
    }
  }

  <T> void all(Collection<T> things, Consumer<T> write) {
    number(things.size());
    if (!things.isEmpty()) {
      things.forEach(write);
    }
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
