package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import java.util.Set;

/**
 * What a way leads to, and how sure that is.
 *
 * @param kind what the thread would wait for
 * @param isSure whether it waits for certain
 * @param throughLock whether it waits for a lock that is held over blocking work
 * @param premises what must hold of the body's parameters; none where it always does
 */
record Goal(BlockingKind kind, boolean isSure, boolean throughLock, Set<Premise> premises) {
  /** Copies the set. */
  Goal {
    premises = Set.copyOf(premises);
  }

  /** Whether who knows a way to this needs none to that. */
  boolean covers(Goal other) {
    return kind == other.kind
        && throughLock == other.throughLock
        && (isSure || !other.isSure)
        && other.premises.containsAll(premises);
  }

  /** Whether both differ in their premises alone. */
  boolean isVariantOf(Goal other) {
    return kind == other.kind && throughLock == other.throughLock && isSure == other.isSure;
  }

  Goal possible() {
    return new Goal(kind, false, throughLock, premises);
  }
}
