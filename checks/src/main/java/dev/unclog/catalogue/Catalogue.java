package dev.unclog.catalogue;

import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Entry.Members;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is known of libraries: which calls block, which never do, where code runs cooperatively, and
 * what becomes of functions handed over. It answers questions about one {@link Callee} at a time.
 */
public final class Catalogue {
  /** What every object has: a pattern that fits any name does not mean these. */
  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private final List<Entry> entries;
  private final Map<String, Set<Meaning>> meanings;
  private final Map<String, List<Entry>> byType = new HashMap<>();
  private final Set<String> hubChecks = new HashSet<>();
  private final Set<String> neverEntered = new HashSet<>();
  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Map<String, Boolean> neverEnteredTypes = new ConcurrentHashMap<>();
  private final Relocations relocations =
      new Relocations(type -> isSpokenOf(type) || isNeverEntered(type));

  /**
   * A catalogue of entries; where two speak of the same member of the same type, the earlier wins.
   *
   * @param entries in order of precedence
   * @param meanings what annotation types mean, by binary name
   */
  public Catalogue(List<Entry> entries, Map<String, Set<Meaning>> meanings) {
    this.entries = List.copyOf(entries);
    this.meanings = Map.copyOf(meanings);
    for (Entry entry : this.entries) {
      byType.computeIfAbsent(entry.type(), type -> new ArrayList<>()).add(entry);
      if (entry.members() instanceof Members.Matching matching) {
        patterns.computeIfAbsent(matching.regex(), Pattern::compile);
      }
      if (entry.onHub().isPresent()) {
        name(entry.members()).ifPresent(hubChecks::add);
      }
      if (entry.isNeverEntered()) {
        neverEntered.add(entry.type());
      }
    }
  }

  private static Optional<String> name(Members members) {
    if (members instanceof Members.Exactly one) {
      return Optional.of(one.name());
    }
    return members instanceof Members.EveryOverload every
        ? Optional.of(every.name())
        : Optional.empty();
  }

  /**
   * This catalogue with another's entries before its own.
   *
   * @param other the one that takes precedence
   * @return a new catalogue
   */
  public Catalogue overriddenBy(Catalogue other) {
    List<Entry> all = new ArrayList<>(other.entries);
    all.addAll(entries);
    Map<String, Set<Meaning>> allMeanings = new HashMap<>(meanings);
    allMeanings.putAll(other.meanings);
    return new Catalogue(all, allMeanings);
  }

  /**
   * All entries.
   *
   * @return in order of precedence
   */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * What annotation types of other projects mean.
   *
   * @return by binary name
   */
  public Map<String, Set<Meaning>> meanings() {
    return meanings;
  }

  /**
   * The nearest entry about a callee that says something in particular. Types are asked from the
   * receiver upwards; within a type a member's own line goes before a line for all overloads, that
   * before a pattern, and that before the type as such.
   *
   * @param callee what is called
   * @param says what the entry must have, as {@code entry -> entry.verdict().isPresent()}
   * @return the entry; empty if no type the callee is known through has one
   */
  public Optional<Entry> nearest(Callee callee, Predicate<Entry> says) {
    for (Callee.Facet facet : callee.facets()) {
      List<Entry> ofType = byType.get(facet.type());
      Callee.Facet asWritten = facet;
      if (ofType == null) {
        String original = original(facet.type());
        ofType = byType.getOrDefault(original, List.of());
        asWritten = ofType.isEmpty() ? facet : facet.asIn(original);
      }
      Entry best = null;
      int bestRank = Integer.MAX_VALUE;
      for (Entry entry : ofType) {
        int rank = rank(entry.members(), callee, asWritten);
        if (rank < bestRank && says.test(entry)) {
          best = entry;
          bestRank = rank;
        }
      }
      if (best != null) {
        return Optional.of(best);
      }
    }
    return Optional.empty();
  }

  /**
   * What a method answers on a thread that must not block, if it is a question about that.
   *
   * @param callee what is called
   * @return the answer; empty if it is no such question
   */
  public Optional<Boolean> onHub(Callee callee) {
    return hubChecks.contains(callee.name())
        ? nearest(callee, entry -> entry.onHub().isPresent()).flatMap(Entry::onHub)
        : Optional.empty();
  }

  /**
   * What the methods are called that {@link #onHub} may know.
   *
   * @return simple names
   */
  public Set<String> hubChecks() {
    return Collections.unmodifiableSet(hubChecks);
  }

  /**
   * Whether the code written in a type need not be looked into, by a line about it, about a type or
   * about a package around it.
   *
   * @param type a binary name
   * @return true if nothing is to be found there that no line speaks of
   */
  public boolean neverEnters(String type) {
    return neverEnteredTypes.computeIfAbsent(
        type, name -> isNeverEntered(name) || isNeverEntered(original(name)));
  }

  /**
   * The name by which a type is known: of a copy that a build has moved into another package, that
   * of the original.
   *
   * @param type a binary name
   * @return the same for all that are no copies of known ones
   */
  public String original(String type) {
    return isSpokenOf(type) ? type : relocations.original(type);
  }

  /**
   * Whether a type is such a copy, of code that need not be looked into. Not even where its source
   * is compiled: what is to be said of it was said of the original.
   *
   * @param type a binary name
   * @return false for the original
   */
  public boolean isCopyOfCore(String type) {
    return neverEnters(type) && !original(type).equals(type);
  }

  private boolean isSpokenOf(String type) {
    return byType.containsKey(type);
  }

  private boolean isNeverEntered(String type) {
    for (int end = type.length();
        end > 0;
        end = Math.max(type.lastIndexOf('.', end - 1), type.lastIndexOf('$', end - 1))) {
      if (neverEntered.contains(type.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /**
   * All entries written in one type, or about one package.
   *
   * @param type a binary name
   * @return in order of precedence; empty if there are none
   */
  public List<Entry> of(String type) {
    return byType.getOrDefault(original(type), List.of());
  }

  /** How closely an entry names the callee: 0 exactly; {@link Integer#MAX_VALUE} not at all. */
  private int rank(Members members, Callee callee, Callee.Facet facet) {
    if (!facet.isKnown()) {
      return members instanceof Members.Matching matching
              && matching.addedBySubtypes()
              && isMeant(matching, callee)
          ? 2
          : Integer.MAX_VALUE;
    }
    if (members instanceof Members.Exactly one) {
      return one.name().equals(callee.name()) && one.parameterTypes().equals(facet.parameterTypes())
          ? 0
          : Integer.MAX_VALUE;
    }
    if (members instanceof Members.EveryOverload every) {
      return every.name().equals(callee.name()) ? 1 : Integer.MAX_VALUE;
    }
    if (members instanceof Members.Matching matching) {
      return isMeant(matching, callee) ? 2 : Integer.MAX_VALUE;
    }
    if (members instanceof Members.WithAsyncSibling sibling) {
      return !callee.name().equals(Callee.CONSTRUCTOR)
              && callee.hasMethod(facet.type(), callee.name() + sibling.suffix())
          ? 3
          : Integer.MAX_VALUE;
    }
    return members instanceof Members.WholeType ? 4 : Integer.MAX_VALUE;
  }

  private boolean isMeant(Members.Matching matching, Callee callee) {
    return !callee.name().equals(Callee.CONSTRUCTOR)
        && !OF_EVERY_OBJECT.contains(callee.name())
        && patterns.get(matching.regex()).matcher(callee.name()).matches();
  }
}
