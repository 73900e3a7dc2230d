package dev.unclog.bytecode;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was done to what places hold, on every way to an instruction.
 *
 * @param all without order
 */
record Facts(Set<Fact> all) {
  static final Facts NONE = new Facts(Set.of());

  /** What was done to what a place holds. */
  Set<String> before(Place place) {
    Set<String> texts = new HashSet<>();
    for (Fact fact : all) {
      if (fact.place().equals(place)) {
        texts.add(fact.text());
      }
    }
    return texts;
  }

  Facts with(Fact fact) {
    if (fact.equals(Fact.NONE)) {
      return this;
    }
    Set<Fact> more = new HashSet<>(all);
    more.add(fact);
    return new Facts(more);
  }

  Facts without(Predicate<Fact> isLost) {
    if (all.isEmpty() || all.stream().noneMatch(isLost)) {
      return this;
    }
    Set<Fact> left = new HashSet<>(all);
    left.removeIf(isLost);
    return new Facts(left);
  }

  /** What was done on this way and on the other. */
  Facts join(Facts other) {
    return without(fact -> !other.all.contains(fact));
  }
}
