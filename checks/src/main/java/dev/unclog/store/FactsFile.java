package dev.unclog.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.call.Interests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The facts of many classes, as they are written into one file. */
public final class FactsFile {
  private final int names;
  private final SortedMap<String, StoredUnit> units = new TreeMap<>();
  private final Map<String, StoredUnit> unitsByClass = new HashMap<>();

  /**
   * A file to be.
   *
   * @param interests what the facts were read for
   * @param units what is in it
   */
  public FactsFile(Interests interests, Collection<StoredUnit> units) {
    this(namesOf(interests), units);
  }

  private FactsFile(int names, Collection<StoredUnit> units) {
    this.names = names;
    for (StoredUnit unit : units) {
      this.units.put(unit.outermost(), unit);
      unit.classes().forEach(type -> unitsByClass.put(type.name(), unit));
    }
  }

  /**
   * Reads a file.
   *
   * @param bytes all of it
   * @return its facts, of which bodies are not looked into yet
   * @throws BadFactsException if it is no such file, not a whole one, or of another version
   */
  public static FactsFile read(byte[] bytes) throws BadFactsException {
    Decoder in = Sealed.open(Sealed.FACTS, bytes);
    int names = in.fixed();
    List<StoredUnit.Header> headers = in.all(() -> StoredUnit.Header.read(in));
    List<StoredUnit> units = new ArrayList<>(headers.size());
    for (StoredUnit.Header header : headers) {
      units.add(header.unit(in));
    }
    return new FactsFile(names, units);
  }

  /**
   * The file after a compilation: what was compiled takes the place of what was known of it, what
   * was not compiled stays as it is, and what has lost its class file goes.
   *
   * @param compiled the units that were compiled and read
   * @param recompiled the outermost classes that were compiled, whether read or not
   * @param hasClassFile tells of a class whether it is still there
   * @return the file that compiling everything at once would give
   */
  public FactsFile updated(
      Collection<StoredUnit> compiled, Set<String> recompiled, Predicate<String> hasClassFile) {
    List<StoredUnit> all = new ArrayList<>();
    for (StoredUnit known : units.values()) {
      if (!recompiled.contains(known.outermost())
          && known.classes().stream().allMatch(type -> hasClassFile.test(type.name()))) {
        all.add(known);
      }
    }
    all.addAll(compiled);
    return new FactsFile(names, all);
  }

  /**
   * The bytes of the file: the same whenever the facts are.
   *
   * @return all of them
   */
  public byte[] bytes() {
    Encoder out = new Encoder();
    out.fixed(names);
    out.all(units.values(), unit -> unit.writeHeader(out));
    units.values().forEach(unit -> unit.writeBodies(out));
    return Sealed.seal(Sealed.FACTS, out.bytes());
  }

  /** Whether the facts were read for these names: if not, they do not tell what is asked now. */
  public boolean isFor(Interests interests) {
    return names == namesOf(interests);
  }

  /**
   * The unit that a class is in.
   *
   * @param type its binary name
   * @return empty if there is none
   */
  public Optional<StoredUnit> unitOf(String type) {
    return Optional.ofNullable(unitsByClass.get(type));
  }

  /** All units, in the order of their names. */
  public Collection<StoredUnit> units() {
    return Collections.unmodifiableCollection(units.values());
  }

  /** Stands for the names that facts are read for. */
  static int namesOf(Interests interests) {
    String text = new TreeSet<>(interests.before()) + " " + new TreeSet<>(interests.asked());
    byte[] bytes = text.getBytes(UTF_8);
    return Sealed.checksum(bytes, bytes.length);
  }
}
