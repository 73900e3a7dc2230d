package dev.unclog.probe.weave;

/**
 * A glance at a class file's constants, to leave alone at the cost of microseconds the many classes
 * that nothing is woven into.
 */
final class ConstantPool {
  private static final int FIRST = 10;

  private ConstantPool() {}

  /**
   * Which of some words a class file has among its constants.
   *
   * @param words in ASCII
   * @return a bit for each word, the first one's lowest
   */
  static int wordsIn(byte[] file, byte[][] words) {
    if (file.length < FIRST) {
      return 0;
    }
    int found = 0;
    int constants = u2(file, 8);
    int at = FIRST;
    for (int i = 1; i < constants; i++) {
      switch (file[at]) {
        case 1 -> {
          int length = u2(file, at + 1);
          for (int word = 0; word < words.length; word++) {
            if (words[word].length == length && same(file, at + 3, words[word])) {
              found |= 1 << word;
            }
          }
          at += 3 + length;
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> at += 5;
        case 5, 6 -> {
          at += 9;
          i++;
        }
        case 7, 8, 16, 19, 20 -> at += 3;
        case 15 -> at += 4;
        default -> {
          // A constant of a later Java: nothing can be said, so look closer.
          return -1;
        }
      }
    }
    return found;
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
