package dev.unclog.summary;

import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Callee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of which it may be known what single objects hold in them, with their setters. */
final class HeldFields {
  /** How many methods may pass a value on to one another, and how many classes lie between. */
  private static final int DEEPEST = 4;

  private final Program program;
  private final Map<Premise.Member, Optional<HeldField>> fields = new HashMap<>();

  HeldFields(Program program) {
    this.program = program;
  }

  /** A member of the objects of a class; empty if others may set it out of sight. */
  Optional<HeldField> of(Premise.Member member, String made) {
    Premise.Member of = new Premise.Member(made, member.type() + '#' + member.name());
    Optional<HeldField> known = fields.get(of);
    if (known == null) {
      known = named(member, made).flatMap(name -> find(name, made));
      fields.put(of, known);
    }
    return known;
  }

  /** The field that a method returns, as it is in objects of a class. */
  private Optional<Premise.Member> named(Premise.Member member, String made) {
    Optional<MethodKey> method = Value.Held.method(member.type(), member.name());
    if (method.isEmpty()) {
      return Optional.of(member);
    }
    Call call = Call.of(method.get(), made, /* isExact= */ false, List.of());
    List<MethodKey> targets =
        program.judge(call) instanceof Program.Judged.Open ? program.targets(call) : List.of();
    return targets.size() != 1
        ? Optional.empty()
        : program
            .body(targets.get(0))
            .map(BodyFacts::returned)
            .filter(value -> value instanceof Value.Held held && held.of() instanceof Value.This)
            .map(
                value ->
                    new Premise.Member(((Value.Held) value).type(), ((Value.Held) value).member()))
            .filter(field -> Value.Held.method(field.type(), field.name()).isEmpty());
  }

  private Optional<HeldField> find(Premise.Member member, String made) {
    Optional<Program.AssignedField> assigned = program.field(member.type(), member.name());
    if (assigned.isEmpty()) {
      return Optional.empty();
    }
    Set<Value> set = new HashSet<>();
    Map<MethodKey, Integer> setters = new LinkedHashMap<>();
    for (Assigned each : assigned.get().assigned()) {
      boolean isMade =
          each.method().name().equals(Callee.CONSTRUCTOR)
              || program.isOfInitialisers(each.method());
      if (!isMade && isFunction(each.method())) {
        return Optional.empty();
      }
      if (!isMade && each.value() instanceof Value.Parameter parameter) {
        setters.put(each.method(), parameter.position());
      } else if (!isMade) {
        set.add(each.value());
      }
    }
    HeldField field = new HeldField(member, assigned.get(), set, setters);
    return setters.isEmpty() || areInSight(field, made) ? Optional.of(field) : Optional.empty();
  }

  /** Whether it is a function's body, which nobody calls by name, whatever compilers call it. */
  static boolean isFunction(MethodKey method) {
    return method.name().contains("lambda");
  }

  /**
   * Adds what the methods of a class, and of those below it that an object is of, give to setters.
   *
   * @return false if that is not to be seen
   */
  private boolean areInSight(HeldField field, String made) {
    List<BodyFacts> bodies = new ArrayList<>();
    Optional<String> type = Optional.of(made);
    for (int i = 0; i < DEEPEST && type.isPresent(); i++) {
      bodies.addAll(program.bodiesOf(type.get()));
      if (type.get().equals(field.member().type())) {
        return add(field, bodies);
      }
      type = program.superclass(type.get());
    }
    return false;
  }

  private static boolean add(HeldField field, List<BodyFacts> bodies) {
    for (int round = 0; round < DEEPEST; round++) {
      boolean isChanged = false;
      for (BodyFacts body : bodies) {
        for (Call call : body.calls()) {
          if (field.isSetByFunctionOf(call)) {
            return false;
          }
          Optional<Integer> position =
              call.receiver() instanceof Value.This ? field.position(call) : Optional.empty();
          if (position.isEmpty() || body.method().name().equals(Callee.CONSTRUCTOR)) {
            continue;
          }
          Value given = HeldField.given(call, position.get());
          if (!(given instanceof Value.Parameter parameter)) {
            isChanged |= field.set().add(given);
          } else if (isFunction(body.method())) {
            return false;
          } else {
            isChanged |= field.setters().putIfAbsent(body.method(), parameter.position()) == null;
          }
        }
      }
      if (!isChanged) {
        return true;
      }
    }
    return false;
  }
}
