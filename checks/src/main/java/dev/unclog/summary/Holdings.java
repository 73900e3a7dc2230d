package dev.unclog.summary;

import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Callee;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What single objects hold in their fields, where it is known how they were made.
 *
 * <p>Of an object that a body makes, by {@code new} or by a factory, constructors tell what its
 * fields hold, and setters that the body or the factory calls. Others may set a field as well:
 * where it has setters, the bodies that hand the object on are asked whether they call one, or give
 * it to who does. Looked up only when a way depends on it.
 */
final class Holdings {
  /** How many constructors may pass a value on to one another, and how many bodies an object. */
  private static final int DEEPEST = 4;

  private final Program program;
  private final Constants constants;
  private final HeldFields fields;

  Holdings(Program program, Constants constants) {
    this.program = program;
    this.constants = constants;
    this.fields = new HeldFields(program);
  }

  /** Whether anything may be known of what objects hold there. */
  boolean isKnown(Premise.Member member) {
    return fields.of(member, member.type()).isPresent();
  }

  /** Whether a value is an object of which it may be known how it was made. */
  boolean isIn(Value object) {
    return object instanceof Value.Made
        || object instanceof Value.Result
        || (object instanceof Value.OneOf several
            && several.values().stream().allMatch(this::isIn));
  }

  /** Whether a body sets what an object that it was given holds, before it hands it on. */
  boolean maySet(Node body, Value object, Premise.Equals presumed) {
    Optional<HeldField> field = fields.of(presumed.member(), presumed.member().type());
    return field.isEmpty()
        || (!field.get().setters().isEmpty() && sets(facts(body), object, field.get(), 0));
  }

  private boolean sets(Optional<BodyFacts> body, Value object, HeldField field, int depth) {
    for (Call call : body.map(BodyFacts::calls).orElse(List.of())) {
      boolean isSetter = call.receiver().equals(object) && field.position(call).isPresent();
      if (isSetter || field.isSetByFunctionOf(call) || givesToSetter(call, object, field, depth)) {
        return true;
      }
    }
    return false;
  }

  private boolean givesToSetter(Call call, Value object, HeldField field, int depth) {
    int position = call.arguments().indexOf(object);
    if (position < 0 || depth == DEEPEST || !(program.judge(call) instanceof Program.Judged.Open)) {
      return false;
    }
    List<MethodKey> targets = program.targets(call);
    for (MethodKey target : targets) {
      List<String> types = target.parameterTypes();
      if (position >= types.size()
          || sets(
              program.body(target),
              new Value.Parameter(position, types.get(position)),
              field,
              depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an object that a body has may hold what is presumed. */
  boolean mayBe(Node body, Value object, Premise.Equals presumed) {
    if (object instanceof Value.OneOf several) {
      boolean isSettable =
          fields
              .of(presumed.member(), presumed.member().type())
              .filter(field -> field.setters().isEmpty())
              .isEmpty();
      return isSettable || several.values().stream().anyMatch(each -> mayBe(body, each, presumed));
    }
    Optional<Set<Value>> held = heldBy(object, presumed.member(), () -> facts(body), 0);
    return held.isEmpty()
        || held.get().stream().anyMatch(value -> constants.mayBe(value, presumed));
  }

  private interface Around {
    Optional<BodyFacts> facts();
  }

  private Optional<BodyFacts> facts(Node body) {
    MethodKey key = body.method == null ? body.askedIn : body.method;
    return key == null ? Optional.empty() : program.body(key);
  }

  private Optional<Set<Value>> heldBy(
      Value object, Premise.Member member, Around around, int depth) {
    if (object instanceof Value.Made made) {
      String type = made.constructor().type();
      Optional<HeldField> field = fields.of(member, type);
      if (field.isEmpty()) {
        return Optional.empty();
      }
      Set<Value> held = new LinkedHashSet<>(field.get().set());
      return made(made.constructor(), made.arguments(), field.get(), held, 0)
              && isSet(object, made.constructor(), field.get(), around, held)
          ? Optional.of(held)
          : Optional.empty();
    }
    if (!(object instanceof Value.Result result) || depth == DEEPEST) {
      return Optional.empty();
    }
    List<MethodKey> targets = program.targets(Functions.call(result));
    Optional<BodyFacts> factory =
        targets.size() == 1 ? program.body(targets.get(0)) : Optional.empty();
    if (factory.isEmpty() || !(factory.get().returned() instanceof Value.Made returned)) {
      return Optional.empty();
    }
    Optional<HeldField> field = fields.of(member, returned.constructor().type());
    Set<Value> held = new LinkedHashSet<>();
    return heldBy(returned, member, () -> factory, depth + 1)
        .filter(values -> substitute(values, result.arguments(), held))
        .filter(values -> isSet(object, result.method(), field.orElseThrow(), around, held))
        .map(values -> held);
  }

  private static boolean substitute(Set<Value> values, List<Value> arguments, Set<Value> into) {
    values.forEach(value -> into.add(substituted(value, arguments)));
    return true;
  }

  private static Value substituted(Value value, List<Value> arguments) {
    if (value instanceof Value.Parameter parameter) {
      return parameter.position() < arguments.size()
          ? arguments.get(parameter.position())
          : new Value.Unknown(parameter.type());
    }
    return value;
  }

  /**
   * Adds what constructors leave in a field.
   *
   * @return false if that is not known
   */
  private boolean made(
      MethodKey constructor, List<Value> arguments, HeldField field, Set<Value> into, int depth) {
    Optional<BodyFacts> body = program.body(constructor);
    if (body.isEmpty()
        || depth > DEEPEST
        || arguments.size() != constructor.parameterTypes().size()) {
      return false;
    }
    List<Call> ownCalls = constructions(body.get(), constructor.type());
    boolean isDelegated = !ownCalls.isEmpty();
    boolean isAssigned = false;
    if (constructor.type().equals(field.member().type())) {
      for (Assigned assigned : field.made().assigned()) {
        if (assigned.method().equals(constructor)
            || (!isDelegated && program.isOfInitialisers(assigned.method()))) {
          into.add(substituted(assigned.value(), arguments));
          isAssigned = true;
        }
      }
    }
    for (Call call : body.get().calls()) {
      Optional<Integer> position = field.position(call);
      if (position.isPresent() && call.receiver() instanceof Value.This) {
        into.add(substituted(HeldField.given(call, position.get()), arguments));
      }
    }
    if (!isDelegated && constructor.type().equals(field.member().type())) {
      if (!isAssigned || !field.made().isFinal()) {
        into.add(field.made().atFirst());
      }
      return true;
    }
    List<Call> next =
        isDelegated
            ? ownCalls
            : program
                .superclass(constructor.type())
                .map(above -> constructions(body.get(), above))
                .orElse(List.of());
    return next.size() == 1
        && made(
            next.get(0).callee(),
            next.get(0).arguments().stream().map(each -> substituted(each, arguments)).toList(),
            field,
            into,
            depth + 1);
  }

  private static List<Call> constructions(BodyFacts body, String type) {
    return body.calls().stream()
        .filter(call -> call.callee().name().equals(Callee.CONSTRUCTOR))
        .filter(call -> call.callee().type().equals(type))
        .toList();
  }

  /**
   * Adds what setters are given by the body that makes an object.
   *
   * @param maker what the body calls to make it
   * @return false if others may set it
   */
  private boolean isSet(
      Value object, MethodKey maker, HeldField field, Around around, Set<Value> into) {
    if (field.setters().isEmpty()) {
      return true;
    }
    Optional<BodyFacts> body = around.facts();
    if (body.isEmpty()
        || body.get().calls().stream().noneMatch(call -> call.callee().equals(maker))) {
      return false; // It is a field's, and anybody may set it.
    }
    for (Call call : body.get().calls()) {
      Optional<Integer> position =
          call.receiver().equals(object) ? field.position(call) : Optional.empty();
      position.ifPresent(given -> into.add(HeldField.given(call, given)));
      if (field.isSetByFunctionOf(call) || givesToSetter(call, object, field, 0)) {
        return false;
      }
    }
    return true;
  }
}
