package dev.unclog.catalogue.stub;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant. */
final class Spelling {
  private Spelling() {}

  /**
   * The question to end a problem with.
   *
   * @param written the word that is none
   * @param words what there is
   * @param mark what stands before a word, as {@code @}
   * @return {@code "; did you mean …?"}, or all words if none is near
   */
  static String hint(String written, Collection<String> words, String mark) {
    Optional<String> near =
        words.stream()
            .sorted()
            .min(Comparator.comparingInt(word -> distance(written, word)))
            .filter(word -> distance(written, word) <= Math.max(2, written.length() / 3));
    return near.map(word -> "; did you mean " + mark + word + "?")
        .orElseGet(
            () ->
                "; there are: "
                    + String.join(", ", words.stream().sorted().map(word -> mark + word).toList()));
  }

  /** Levenshtein's distance, blind to case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
