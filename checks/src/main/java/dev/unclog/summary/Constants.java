package dev.unclog.summary;

import dev.unclog.call.NeverNull;
import dev.unclog.call.Value;
import java.util.List;
import java.util.Optional;

/** Compares values to constants. */
final class Constants {
  private final Program program;

  Constants(Program program) {
    this.program = program;
  }

  /**
   * Whether a value is a constant, or one of several.
   *
   * @return empty if that is not known
   */
  Optional<Boolean> isAmong(Value value, Value constant) {
    boolean isKnown = true;
    for (Value each : all(constant)) {
      Optional<Boolean> isThat = is(value, each);
      if (isThat.equals(Optional.of(true))) {
        return isThat;
      }
      isKnown &= isThat.isPresent();
    }
    return isKnown ? Optional.of(false) : Optional.empty();
  }

  private Optional<Boolean> is(Value value, Value constant) {
    if (NeverNull.is(value)) {
      return constant instanceof Value.Null ? Optional.of(false) : Optional.empty();
    }
    return isConstant(value) && isConstant(constant)
        ? Optional.of(value.equals(constant))
        : Optional.empty();
  }

  /** Whether it is nothing but itself. */
  private boolean isConstant(Value value) {
    return value instanceof Value.Null
        || value instanceof Value.Zero
        || value instanceof Value.Constant
        || (value instanceof Value.Named field && program.isEnumConstant(field));
  }

  /** Whether a value may be what is presumed. */
  boolean mayBe(Value value, Premise.Equals presumed) {
    return isAmong(value, presumed.constant()).filter(is -> is != presumed.answer()).isEmpty();
  }

  /** Whether what is presumed of a parameter cannot be where something else is. */
  boolean contradict(Premise.Equals one, Premise premise) {
    if (!(premise instanceof Premise.Equals other)
        || other.parameter() != one.parameter()
        || other.member() != null) {
      return false;
    }
    if (one.answer() && other.answer()) {
      return all(one.constant()).stream()
          .allMatch(each -> isAmong(each, other.constant()).equals(Optional.of(false)));
    }
    if (one.answer() == other.answer()) {
      return false;
    }
    Value needed = one.answer() ? one.constant() : other.constant();
    Value excluded = one.answer() ? other.constant() : one.constant();
    return all(needed).stream().allMatch(each -> isAmong(each, excluded).equals(Optional.of(true)));
  }

  private static List<Value> all(Value constant) {
    return constant instanceof Value.OneOf several ? several.values() : List.of(constant);
  }
}
