package dev.unclog.store;

import java.util.List;
import java.util.Map;

/** Who extends or implements whom, directly, among the classes of a jar. */
public final class Subtypes {
  private final NamesByName byType;
  private final boolean isWhole;

  private Subtypes(NamesByName byType, boolean isWhole) {
    this.byType = byType;
    this.isWhole = isWhole;
  }

  /**
   * What was found in a jar.
   *
   * @param byType the subtypes by supertype, all by binary name
   * @param isWhole whether every class was taken up
   * @return the same
   */
  public static Subtypes of(Map<String, List<String>> byType, boolean isWhole) {
    return new Subtypes(NamesByName.of(byType), isWhole);
  }

  /**
   * The direct subtypes of a class or interface.
   *
   * @param type by binary name
   * @return by binary name, in the order in which they were given
   */
  public List<String> of(String type) {
    return byType.of(type);
  }

  /** Whether every class was taken up. */
  public boolean isWhole() {
    return isWhole;
  }

  byte[] bytes() {
    Encoder out = new Encoder();
    out.flag(isWhole);
    out.raw(byType.bytes());
    return Sealed.seal(Sealed.SUBTYPES, out.bytes());
  }

  static Subtypes read(byte[] bytes) throws BadFactsException {
    Decoder in = Sealed.open(Sealed.SUBTYPES, bytes);
    boolean isWhole = in.flag();
    return new Subtypes(NamesByName.read(in.rest()), isWhole);
  }
}
