package dev.unclog.probe.weave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A glance at a class file's constants, to leave alone at the cost of microseconds the many classes
 * that nothing is woven into.
 */
final class ConstantPool {
  private static final int FIRST = 10;

  private final byte[] file;
  private final int[] at;
  private final int words;

  /** Where what follows the constants begins; 0 if not all of them could be read. */
  private final int end;

  /** Finds out which of some words, in ASCII, are among a class file's constants. */
  ConstantPool(byte[] file, byte[][] wanted) {
    this.file = file;
    int constants = file.length < FIRST ? 1 : u2(file, 8);
    at = new int[constants];
    int found = 0;
    int next = FIRST;
    for (int i = 1; i < constants && found >= 0; i++) {
      at[i] = next;
      switch (file[next]) {
        case 1 -> {
          int length = u2(file, next + 1);
          for (int word = 0; word < wanted.length; word++) {
            if (wanted[word].length == length && same(file, next + 3, wanted[word])) {
              found |= 1 << word;
            }
          }
          next += 3 + length;
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> next += 5;
        case 5, 6 -> {
          next += 9;
          i++;
        }
        case 7, 8, 16, 19, 20 -> next += 3;
        case 15 -> next += 4;
        // A constant of a later Java: nothing can be said, so look closer.
        default -> found = -1;
      }
    }
    words = found;
    end = found < 0 || file.length < FIRST ? 0 : next;
  }

  /** A bit for each word that is there, the first one's lowest. */
  int words() {
    return words;
  }

  /** The internal names of the parent and of the interfaces. */
  List<String> parents() {
    List<String> parents = new ArrayList<>();
    if (end > 0) {
      addClass(u2(file, end + 4), parents);
      int interfaces = u2(file, end + 6);
      for (int i = 0; i < interfaces; i++) {
        addClass(u2(file, end + 8 + 2 * i), parents);
      }
    }
    return parents;
  }

  private void addClass(int index, List<String> names) {
    if (index > 0) {
      names.add(text(u2(file, at[index] + 1)));
    }
  }

  /** The internal names of what lambdas and method references become. */
  List<String> functionTypes() {
    List<String> types = new ArrayList<>();
    for (int i = 1; end > 0 && i < at.length; i++) {
      if (at[i] > 0 && file[at[i]] == 18) {
        int nameAndType = at[u2(file, at[i] + 3)];
        String descriptor = text(u2(file, nameAndType + 3));
        int result = descriptor.lastIndexOf(')') + 1;
        if (descriptor.charAt(result) == 'L') {
          types.add(descriptor.substring(result + 1, descriptor.length() - 1));
        }
      }
    }
    return types;
  }

  private String text(int index) {
    int start = at[index];
    return new String(file, start + 3, u2(file, start + 1), StandardCharsets.UTF_8);
  }

  private static boolean same(byte[] file, int at, byte[] word) {
    for (int i = 0; i < word.length; i++) {
      if (file[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static int u2(byte[] file, int at) {
    return (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
  }
}
