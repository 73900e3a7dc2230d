package dev.unclog.bytecode;

import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      Optional<Value> both = either(alternatives.get(i), value);
      if (both.isPresent()) {
        alternatives.set(i, both.get());
        return;
      }
    }
    alternatives.add(value);
  }

  private static Optional<Value> either(Value one, Value other) {
    if (one instanceof Value.Made a
        && other instanceof Value.Made b
        && a.constructor().equals(b.constructor())) {
      return Optional.of(
          made(a.constructor(), join(a.arguments(), b.arguments(), a.constructor())));
    }
    if (one instanceof Value.Result a
        && other instanceof Value.Result b
        && a.method().equals(b.method())
        && a.receiverType().equals(b.receiverType())
        && a.type().equals(b.type())
        && a.isExact() == b.isExact()) {
      return Optional.of(
          result(
              a.method(),
              a.receiverType(),
              a.isExact(),
              join(a.arguments(), b.arguments(), a.method()),
              a.type()));
    }
    if (one instanceof Value.Function a
        && other instanceof Value.Function b
        && a.body().equals(b.body())
        && a.interfaceType().equals(b.interfaceType())
        && a.receiver() instanceof Value.Null == b.receiver() instanceof Value.Null
        && a.captured().size() == b.captured().size()) {
      return Optional.of(
          function(
              a.body(),
              a.interfaceType(),
              join(a.receiver(), b.receiver(), a.body().type()),
              join(a.captured(), b.captured(), a.body())));
    }
    return Optional.empty();
  }

  /** Arguments of the same method, one by one; there may be fewer than it has parameters. */
  private static List<Value> join(List<Value> some, List<Value> others, MethodKey method) {
    List<Value> joined = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      joined.add(join(some.get(i), others.get(i), method.parameterTypes().get(i)));
    }
    return joined;
  }

  /** A new object; without its arguments should they be too much. */
  static Value made(MethodKey constructor, List<Value> arguments) {
    Value.Made made = new Value.Made(constructor, arguments);
    return size(made) > LARGEST
        ? new Value.Made(constructor, unknown(constructor, arguments.size()))
        : made;
  }

  /** A function; without what it brings should that be too much. */
  static Value function(
      MethodKey body, String interfaceType, Value receiver, List<Value> captured) {
    Value.Function function = new Value.Function(body, interfaceType, receiver, captured);
    return size(function) > LARGEST
        ? new Value.Function(
            body,
            interfaceType,
            receiver instanceof Value.Null ? receiver : new Value.Unknown(body.type()),
            unknown(body, captured.size()))
        : function;
  }

  /** What a method returned; without its arguments should they be too much. */
  static Value result(
      MethodKey method, String receiverType, boolean isExact, List<Value> arguments, String type) {
    Value.Result result =
        new Value.Result(
            method,
            receiverType,
            isExact,
            arguments.stream().map(Substitutions::withoutResults).toList(),
            type);
    return size(result) > LARGEST
        ? new Value.Result(method, receiverType, isExact, unknown(method, arguments.size()), type)
        : result;
  }

  /** The same result cast. */
  static Value as(String type, Value.Result result) {
    return new Value.Result(
        result.method(), result.receiverType(), result.isExact(), result.arguments(), type);
  }

  /** Nothing but the types of a method's first arguments. */
  private static List<Value> unknown(MethodKey method, int count) {
    List<Value> values = new ArrayList<>();
    for (String type : method.parameterTypes().subList(0, count)) {
      values.add(new Value.Unknown(type));
    }
    return values;
  }

  private static List<Value> alternatives(Value value) {
    return value instanceof Value.OneOf oneOf ? oneOf.values() : List.of(value);
  }

  /** Recursion is safe: what values are made of is small already. */
  private static int size(Value value) {
    if (value instanceof Value.Made made) {
      return 1 + size(made.arguments());
    }
    if (value instanceof Value.Result result) {
      return 1 + size(result.arguments());
    }
    if (value instanceof Value.Function function) {
      return 1 + size(function.receiver()) + size(function.captured());
    }
    if (value instanceof Value.Not not) {
      return 1 + size(not.value());
    }
    return value instanceof Value.OneOf oneOf ? 1 + size(oneOf.values()) : 1;
  }

  private static int size(List<Value> values) {
    int size = 0;
    for (Value value : values) {
      size += size(value);
    }
    return size;
  }
}
