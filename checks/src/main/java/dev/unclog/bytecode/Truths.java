package dev.unclog.bytecode;

import dev.unclog.call.Guard;
import dev.unclog.call.Value;
import java.util.List;
import java.util.Optional;

/** Values that are true or false. Instructions know none: they use the numbers 1 and 0. */
final class Truths {
  private static final String BOOLEAN = "boolean";
  private static final Value ONE = new Value.Constant("1");
  private static final Value EITHER_NUMBER = new Value.OneOf(List.of(new Value.Zero(), ONE));

  private Truths() {}

  /** Whether it is worth knowing what a branch finds a value to be. */
  static boolean isTruth(Value value) {
    return value instanceof Value.Not
        || value instanceof Value.Flag
        || value instanceof Value.IsSet
        || value instanceof Value.Equals
        || (value instanceof Value.Parameter parameter && parameter.type().equals(BOOLEAN))
        || (value instanceof Value.Result result && result.type().equals(BOOLEAN));
  }

  /** What is known once a truth was found to be this. */
  static Guard found(Value truth, boolean answer) {
    return truth instanceof Value.Not not
        ? new Guard(not.value(), !answer)
        : new Guard(truth, answer);
  }

  /** Whether a branch that asks whether a value is true cannot be answered so. */
  static boolean isNever(Value value, boolean answer) {
    return bit(value).filter(bit -> bit != answer).isPresent();
  }

  /** A value where a number is meant: a compiler writes {@code b ? 1 : 0} like a truth. */
  static Value asNumber(Value value) {
    return isTruth(value) ? EITHER_NUMBER : value;
  }

  /**
   * The truth that two numbers stand for where ways meet, as {@code !x} is 0 where {@code x} was
   * found true, and else 1.
   *
   * @return empty if they stand for none
   */
  static Optional<Value> between(Value one, Guards before, Value other, Guards beforeOther) {
    Optional<Boolean> oneBit = bit(one);
    Optional<Boolean> otherBit = bit(other);
    if (oneBit.isPresent() && isTruth(other)) {
      return before.has(found(other, oneBit.get())) ? Optional.of(other) : Optional.empty();
    }
    if (otherBit.isPresent() && isTruth(one)) {
      return beforeOther.has(found(one, otherBit.get())) ? Optional.of(one) : Optional.empty();
    }
    if (oneBit.isEmpty() || otherBit.isEmpty() || oneBit.equals(otherBit)) {
      return Optional.empty();
    }
    for (Guard guard : before.list()) {
      if (beforeOther.has(new Guard(guard.tested(), !guard.answer()))) {
        return Optional.of(
            guard.answer() == otherBit.get() ? new Value.Not(guard.tested()) : guard.tested());
      }
    }
    return Optional.empty();
  }

  private static Optional<Boolean> bit(Value value) {
    if (value instanceof Value.Zero) {
      return Optional.of(false);
    }
    return value.equals(ONE) ? Optional.of(true) : Optional.empty();
  }
}
