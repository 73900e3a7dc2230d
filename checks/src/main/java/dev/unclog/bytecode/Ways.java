package dev.unclog.bytecode;

import dev.unclog.call.Lock;
import dev.unclog.call.Value;

/**
 * What is the same on every way to an instruction.
 *
 * @param facts what was done
 * @param guards what was found
 * @param held which locks were taken and not released; the method's own monitor aside
 */
record Ways(Facts facts, Guards guards, Held held) {
  /** The way into a method. */
  static final Ways START = new Ways(Facts.NONE, Guards.NONE, Held.NONE);

  /**
   * No way: behind a branch never taken, or an error after which nothing matters. Had it part in
   * what the ways have in common, the first way followed into {@code if (!b)} would hide what the
   * other finds of {@code b}.
   */
  static final Ways NONE = new Ways(Facts.NONE, Guards.NONE, Held.NONE);

  boolean exist() {
    return this != NONE;
  }

  /** After a branch that asked what an operand is. */
  Ways found(Cell tested, boolean answer) {
    if (Truths.isNever(tested.value(), answer)) {
      return NONE;
    }
    return with(
        answer ? facts.with(tested.test()) : facts,
        guards.with(tested.value(), answer),
        isFailedTry(tested.value(), answer) ? held.withoutLast(Ways::isLock) : held);
  }

  /** Whether a branch found that the lock was not to be had which was tried for last. */
  private static boolean isFailedTry(Value tested, boolean answer) {
    return tested instanceof Value.Not not
        ? isFailedTry(not.value(), !answer)
        : !answer
            && tested instanceof Value.Result result
            && result.method().name().equals("tryLock");
  }

  private static boolean isLock(Lock held) {
    return held.kind() == Lock.Kind.LOCK;
  }

  Ways with(Facts newFacts) {
    return with(newFacts, guards, held);
  }

  Ways with(Held newHeld) {
    return with(facts, guards, newHeld);
  }

  /** Where the other ways arrive as well; this itself if they change nothing. */
  Ways join(Ways other) {
    return with(facts.join(other.facts), guards.join(other.guards), held.join(other.held));
  }

  private Ways with(Facts newFacts, Guards newGuards, Held newHeld) {
    boolean isSame = newFacts == facts && newGuards == guards && newHeld == held;
    return isSame || this == NONE ? this : new Ways(newFacts, newGuards, newHeld);
  }
}
