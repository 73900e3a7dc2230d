package dev.unclog.summary;

import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field of objects that only their own class assigns.
 *
 * @param member by name
 * @param made what objects are made with
 * @param set what methods assign to it, each whenever somebody calls it
 * @param setters at which position methods are given what they assign to it
 */
record HeldField(
    Premise.Member member,
    Program.AssignedField made,
    Set<Value> set,
    Map<MethodKey, Integer> setters) {
  /** At which position a call of a setter is given the value; empty if it calls none. */
  Optional<Integer> position(Call call) {
    return position(call.callee());
  }

  private Optional<Integer> position(MethodKey method) {
    for (Map.Entry<MethodKey, Integer> setter : setters.entrySet()) {
      if (setter.getKey().name().equals(method.name())
          && setter.getKey().parameterTypes().equals(method.parameterTypes())) {
        return Optional.of(setter.getValue());
      }
    }
    return Optional.empty();
  }

  /** Whether a call is given, or runs, a setter as a function: nobody knows what with. */
  boolean isSetByFunctionOf(Call call) {
    return isSetter(call.receiver()) || call.arguments().stream().anyMatch(this::isSetter);
  }

  private boolean isSetter(Value value) {
    return value instanceof Value.Function function && position(function.body()).isPresent();
  }

  /** What a call of a setter gives. */
  static Value given(Call call, int position) {
    return position < call.arguments().size()
        ? call.arguments().get(position)
        : new Value.Unknown("");
  }
}
