package dev.unclog.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which classes of a jar call constructors of a class.
 *
 * @param users by the class whose constructors they call, all by binary name
 * @param asFunctions the classes that have a constructor which is made a function of
 * @param isWhole whether every class was looked into
 */
public record Uses(Map<String, List<String>> users, Set<String> asFunctions, boolean isWhole) {
  /** Copies what it is given. */
  public Uses {
    users = Map.copyOf(users);
    asFunctions = Set.copyOf(asFunctions);
  }

  byte[] bytes() {
    Encoder out = new Encoder();
    out.flag(isWhole);
    Collection<String> sorted = new TreeSet<>(asFunctions);
    out.all(sorted, out::text);
    out.all(
        new TreeMap<>(users).entrySet(),
        entry -> {
          out.text(entry.getKey());
          out.all(entry.getValue(), out::text);
        });
    return Sealed.seal(Sealed.USES, out.bytes());
  }

  static Uses read(byte[] bytes) throws BadFactsException {
    Decoder in = Sealed.open(Sealed.USES, bytes);
    boolean isWhole = in.flag();
    Set<String> asFunctions = new TreeSet<>(in.all(in::text));
    Map<String, List<String>> users = new TreeMap<>();
    in.all(() -> users.put(in.text(), in.all(in::text)));
    return new Uses(users, asFunctions, isWhole);
  }
}
