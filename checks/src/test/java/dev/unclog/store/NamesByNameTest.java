package dev.unclog.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists of names, looked up in their bytes. */
final class NamesByNameTest {
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "acme.Store", List.of("acme.Files", "acme.Böse", "acme.Files"),
          "acme.Files", List.of(),
          "acme.𝔘", List.of("acme.Store"),
          "", List.of("z"));

  @Test
  void eachNameHasItsListAgain() throws BadFactsException {
    NamesByName names = NamesByName.read(NamesByName.of(LISTS).bytes());
    LISTS.forEach(
        (name, list) -> {
          assertThat(names.has(name)).isTrue();
          assertThat(names.of(name)).isEqualTo(list);
        });
  }

  @Test
  void namesInListsAndOthersHaveNone() throws BadFactsException {
    NamesByName names = NamesByName.read(NamesByName.of(LISTS).bytes());
    for (String name : List.of("acme.Böse", "z", "acme", "acme.Storee", "~")) {
      assertThat(names.has(name)).isFalse();
      assertThat(names.of(name)).isEmpty();
    }
  }

  @Test
  void nothingIsWrittenAndRead() throws BadFactsException {
    assertThat(NamesByName.read(NamesByName.of(Map.of()).bytes()).of("a")).isEmpty();
  }

  @Test
  void bytesAreTheSameInWhateverOrderNamesAreGiven() {
    assertThat(NamesByName.of(new TreeMap<>(LISTS)).bytes())
        .isEqualTo(NamesByName.of(LISTS).bytes());
  }

  @Test
  void whatIsCutShortIsDamaged() {
    byte[] whole = NamesByName.of(LISTS).bytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(BadFactsException.class, () -> NamesByName.read(cut));
    }
  }

  @Test
  void numbersThatLeadElsewhereAreDamage() {
    byte[] whole = NamesByName.of(LISTS).bytes();
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      for (int wrong : new int[] {0x7f, 0x80, 0xff}) {
        byte[] changed = whole.clone();
        changed[i] = (byte) wrong;
        try {
          NamesByName names = NamesByName.read(changed);
          LISTS.keySet().forEach(names::of); // Whatever it says, it does not fail.
        } catch (BadFactsException e) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(0);
  }
}
