package dev.unclog.catalogue;

import dev.unclog.annotations.BlockingKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of blocking that are reported. */
public final class Kinds {
  private final Set<BlockingKind> on;

  private Kinds(Set<BlockingKind> on) {
    this.on = on;
  }

  /**
   * The kinds that are on by default, changed as a user says.
   *
   * @param changes kinds by their word, separated by commas, {@code +} before one switches it on,
   *     {@code -} off: {@code +entropy,-file}; {@code all} stands for every kind; empty for no
   *     change
   * @return the kinds
   * @throws IllegalArgumentException naming the word that is no kind, and what there is
   */
  public static Kinds parse(String changes) {
    EnumSet<BlockingKind> on =
        Arrays.stream(BlockingKind.values())
            .filter(BlockingKind::onByDefault)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(BlockingKind.class)));
    for (String change : changes.split(",", -1)) {
      String word = change.strip().toLowerCase(Locale.ROOT);
      if (word.isEmpty()) {
        continue;
      }
      boolean off = word.startsWith("-");
      Set<BlockingKind> meant = named(word.substring(off || word.startsWith("+") ? 1 : 0));
      if (off) {
        on.removeAll(meant);
      } else {
        on.addAll(meant);
      }
    }
    return new Kinds(on);
  }

  /**
   * Whether findings of a kind are reported.
   *
   * @param kind the kind
   * @return true if it is on
   */
  public boolean includes(BlockingKind kind) {
    return on.contains(kind);
  }

  private static Set<BlockingKind> named(String word) {
    if (word.equals("all")) {
      return EnumSet.allOf(BlockingKind.class);
    }
    for (BlockingKind kind : BlockingKind.values()) {
      if (kind.word().equals(word)) {
        return EnumSet.of(kind);
      }
    }
    throw new IllegalArgumentException(
        "no kind of blocking is called '"
            + word
            + "'; there are: "
            + Arrays.stream(BlockingKind.values())
                .map(BlockingKind::word)
                .collect(Collectors.joining(", ")));
  }
}
