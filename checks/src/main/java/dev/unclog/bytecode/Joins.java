package dev.unclog.bytecode;

import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Values made of values, kept small.
 *
 * <p>A loop may wrap an object once more in each round. Unless values had a largest size, and
 * alternatives a largest number, following it would never end.
 */
final class Joins {
  private static final int MOST_ALTERNATIVES = 4;
  private static final int LARGEST = 32;

  private Joins() {}

  /** One value or the other. */
  static Value join(Value one, Value other, String type) {
    if (one.equals(other)) {
      return one;
    }
    if (one instanceof Value.Unknown || other instanceof Value.Unknown) {
      return new Value.Unknown(type.equals(Cell.NULL_TYPE) ? "" : type);
    }
    List<Value> alternatives = new ArrayList<>(alternatives(one));
    alternatives(other).forEach(value -> add(alternatives, value));
    Value joined = alternatives.size() == 1 ? alternatives.get(0) : new Value.OneOf(alternatives);
    return alternatives.size() > MOST_ALTERNATIVES || size(joined) > LARGEST
        ? new Value.Unknown(type.equals(Cell.NULL_TYPE) ? "" : type)
        : joined;
  }

  /**
   * Adds an alternative. Objects of one constructor become one object of either argument: else what
   * was known halfway round a loop would stay an alternative to what is known in the end.
   */
  private static void add(List<Value> alternatives, Value value) {
    for (int i = 0; i < alternatives.size(); i++) {
      if (alternatives.get(i).equals(value)) {
        return;
      }
      if (alternatives.get(i) instanceof Value.Made one
          && value instanceof Value.Made other
          && one.constructor().equals(other.constructor())) {
        alternatives.set(i, either(one, other));
        return;
      }
    }
    alternatives.add(value);
  }

  private static Value either(Value.Made one, Value.Made other) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < one.arguments().size(); i++) {
      arguments.add(
          join(
              one.arguments().get(i),
              other.arguments().get(i),
              one.constructor().parameterTypes().get(i)));
    }
    return made(one.constructor(), arguments);
  }

  /** A new object; without its arguments should they be too much. */
  static Value made(MethodKey constructor, List<Value> arguments) {
    Value.Made made = new Value.Made(constructor, arguments);
    return size(made) > LARGEST ? new Value.Made(constructor, unknown(constructor)) : made;
  }

  /** The same value seen from outside the method, where its parameters mean nothing. */
  static Value outside(Value value) {
    if (value instanceof Value.Parameter parameter) {
      return new Value.Unknown(parameter.type());
    }
    if (value instanceof Value.Made made) {
      return new Value.Made(
          made.constructor(), made.arguments().stream().map(Joins::outside).toList());
    }
    if (value instanceof Value.OneOf oneOf) {
      List<Value> seen = oneOf.values().stream().map(Joins::outside).toList();
      return seen.stream().anyMatch(Value.Unknown.class::isInstance)
          ? new Value.Unknown("")
          : new Value.OneOf(seen);
    }
    return value;
  }

  private static List<Value> unknown(MethodKey method) {
    List<Value> values = new ArrayList<>();
    method.parameterTypes().forEach(type -> values.add(new Value.Unknown(type)));
    return values;
  }

  private static List<Value> alternatives(Value value) {
    return value instanceof Value.OneOf oneOf ? oneOf.values() : List.of(value);
  }

  /** Recursion is safe: what values are made of is small already. */
  private static int size(Value value) {
    if (value instanceof Value.Made made) {
      return 1 + made.arguments().stream().mapToInt(Joins::size).sum();
    }
    return value instanceof Value.OneOf oneOf
        ? 1 + oneOf.values().stream().mapToInt(Joins::size).sum()
        : 1;
  }
}
