package dev.unclog.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who extends or implements whom, directly, among the classes of a jar.
 *
 * @param byType the subtypes by supertype, all by binary name
 * @param isWhole whether every class was taken up
 */
public record Subtypes(Map<String, List<String>> byType, boolean isWhole) {
  /** Copies the map. */
  public Subtypes {
    byType = Map.copyOf(byType);
  }

  byte[] bytes() {
    Encoder out = new Encoder();
    out.flag(isWhole);
    out.all(
        new TreeMap<>(byType).entrySet(),
        entry -> {
          out.text(entry.getKey());
          out.all(entry.getValue(), out::text);
        });
    return Sealed.seal(Sealed.SUBTYPES, out.bytes());
  }

  static Subtypes read(byte[] bytes) throws BadFactsException {
    Decoder in = Sealed.open(Sealed.SUBTYPES, bytes);
    boolean isWhole = in.flag();
    Map<String, List<String>> byType = new TreeMap<>();
    in.all(() -> byType.put(in.text(), in.all(in::text)));
    return new Subtypes(byType, isWhole);
  }
}
