package dev.unclog.store;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which classes of a jar call constructors of a class. */
public final class Uses {
  private final NamesByName users;
  private final NamesByName asFunctions;
  private final boolean isWhole;

  private Uses(NamesByName users, NamesByName asFunctions, boolean isWhole) {
    this.users = users;
    this.asFunctions = asFunctions;
    this.isWhole = isWhole;
  }

  /**
   * What was found in a jar.
   *
   * @param users by the class whose constructors they call, all by binary name
   * @param asFunctions the classes that have a constructor which is made a function of
   * @param isWhole whether every class was looked into
   * @return the same
   */
  public static Uses of(Map<String, List<String>> users, Set<String> asFunctions, boolean isWhole) {
    return new Uses(
        NamesByName.of(users),
        NamesByName.of(asFunctions.stream().collect(toMap(identity(), type -> List.of()))),
        isWhole);
  }

  /**
   * Who calls constructors of a class.
   *
   * @param type by binary name
   * @return by binary name
   */
  public List<String> of(String type) {
    return users.of(type);
  }

  /**
   * Whether all uses are calls: no class was damaged, and no reference to a constructor made a
   * function of it.
   *
   * @param type by binary name
   */
  public boolean areCalls(String type) {
    return isWhole && !asFunctions.has(type);
  }

  byte[] bytes() {
    Encoder out = new Encoder();
    out.flag(isWhole);
    out.number(asFunctions.bytes().length);
    out.raw(asFunctions.bytes());
    out.raw(users.bytes());
    return Sealed.seal(Sealed.USES, out.bytes());
  }

  static Uses read(byte[] bytes) throws BadFactsException {
    Decoder in = Sealed.open(Sealed.USES, bytes);
    boolean isWhole = in.flag();
    NamesByName asFunctions = NamesByName.read(in.raw(in.number()));
    return new Uses(NamesByName.read(in.rest()), asFunctions, isWhole);
  }
}
