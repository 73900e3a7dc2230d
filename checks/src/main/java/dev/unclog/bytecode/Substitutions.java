package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values with some of their parts replaced by what is known of those elsewhere. */
final class Substitutions {
  private Substitutions() {}

  /** The same value seen from outside the method, where its parameters mean nothing. */
  static Value outside(Value value) {
    if (value instanceof Value.Parameter parameter) {
      return new Value.Unknown(parameter.type());
    }
    if (value instanceof Value.Held held) {
      return new Value.Unknown(held.held());
    }
    if (value instanceof Value.Equals) {
      return new Value.Unknown("boolean");
    }
    return value instanceof Value.Not not
            && (not.value() instanceof Value.Parameter || not.value() instanceof Value.Equals)
        ? new Value.Unknown("boolean")
        : mapped(value, Substitutions::outside);
  }

  /** The same value with nothing said of what methods returned. */
  static Value withoutResults(Value value) {
    if (value instanceof Value.Result result) {
      return new Value.Unknown(result.type());
    }
    if (value instanceof Value.Held held) {
      return new Value.Unknown(held.held());
    }
    return value instanceof Value.Not not && not.value() instanceof Value.Result result
        ? new Value.Unknown(result.type())
        : mapped(value, Substitutions::withoutResults);
  }

  /** A value of the same kind, of other parts. */
  private static Value mapped(Value value, UnaryOperator<Value> change) {
    if (value instanceof Value.Made made) {
      return new Value.Made(made.constructor(), mapped(made.arguments(), change));
    }
    if (value instanceof Value.Result result) {
      return new Value.Result(
          result.method(),
          result.receiverType(),
          result.isExact(),
          mapped(result.arguments(), change),
          result.type());
    }
    if (value instanceof Value.Function function) {
      return new Value.Function(
          function.body(),
          function.interfaceType(),
          change.apply(function.receiver()),
          mapped(function.captured(), change));
    }
    if (value instanceof Value.Not not) {
      return new Value.Not(change.apply(not.value()));
    }
    if (value instanceof Value.OneOf oneOf) {
      List<Value> changed = mapped(oneOf.values(), change);
      return changed.stream().anyMatch(Value.Unknown.class::isInstance)
          ? new Value.Unknown("")
          : new Value.OneOf(changed);
    }
    return value;
  }

  private static List<Value> mapped(List<Value> values, UnaryOperator<Value> change) {
    return values.stream().map(change).toList();
  }
}
