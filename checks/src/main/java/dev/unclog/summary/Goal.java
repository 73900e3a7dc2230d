package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a way leads to, and how sure that is.
 *
 * @param sink what blocks at its end
 * @param kind what the thread would wait for
 * @param isSure whether it waits for certain
 * @param throughLock whether it waits for a lock that is held over blocking work
 * @param isFirstUse whether only who is the first to ask for something waits, below the code that
 *     must not block
 * @param premises what must hold of the body's parameters; none where it always does
 */
record Goal(
    Program.Judged.Sink sink,
    BlockingKind kind,
    boolean isSure,
    boolean throughLock,
    boolean isFirstUse,
    Set<Premise> premises) {
  /** Copies the set. */
  Goal {
    premises = Set.copyOf(premises);
  }

  /** Whether who knows a way to this needs none to that. */
  boolean covers(Goal other) {
    return isSameEnd(other) && (isSure || !other.isSure) && other.premises.containsAll(premises);
  }

  /** Whether both differ in their premises, and in how sure they are, alone. */
  boolean isSameEnd(Goal other) {
    return isSameWait(other) && sink.id().equals(other.sink.id());
  }

  /** Whether a thread would wait for the same kind of thing. */
  boolean isSameWait(Goal other) {
    return kind == other.kind && throughLock == other.throughLock;
  }

  /** Whether it depends on what a parameter is compared to, or on what the thread holds. */
  boolean isQualified() {
    for (Premise premise : premises) {
      if (qualifies(premise)) {
        return true;
      }
    }
    return false;
  }

  private static boolean qualifies(Premise premise) {
    return premise instanceof Premise.Equals || premise instanceof Premise.NotHeld;
  }

  /** The same, whatever objects hold. */
  Goal unheld() {
    return without(premise -> premise instanceof Premise.Equals equals && equals.member() != null);
  }

  /** The same, whatever parameters are compared to, and whatever is held. */
  Goal unqualified() {
    return without(Goal::qualifies);
  }

  private Goal without(Predicate<Premise> unwanted) {
    Set<Premise> others = premises.stream().filter(unwanted.negate()).collect(Collectors.toSet());
    return new Goal(sink, kind, isSure, throughLock, isFirstUse, others);
  }

  Goal with(boolean sure) {
    return new Goal(sink, kind, sure, throughLock, isFirstUse, premises);
  }
}
