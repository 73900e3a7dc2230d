package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** What it tells that a parameter is compared to a constant. */
final class Comparisons {
  private static final String TEXT = "java.lang.String";
  private static final Set<String> NUMBERS = Set.of("int", "short", "byte");

  private Comparisons() {}

  /** A number that is tested for zero, as what it tells that it is not; else the operand itself. */
  static Cell isNotZero(Cell operand) {
    return isNumber(operand.value())
        ? Cell.EMPTY.withValue(new Value.Not(new Value.Equals(operand.value(), new Value.Zero())))
        : operand;
  }

  /** Two numbers that are compared, as whether they are equal. */
  static Cell areEqual(Cell one, Cell other) {
    if (isNumber(one.value()) && isLiteral(other.value())) {
      return Cell.EMPTY.withValue(new Value.Equals(one.value(), other.value()));
    }
    return isNumber(other.value()) && isLiteral(one.value())
        ? Cell.EMPTY.withValue(new Value.Equals(other.value(), one.value()))
        : Cell.EMPTY;
  }

  /** Two references that are compared, as whether they are the same. */
  static Cell areSame(Cell one, Cell other) {
    return named(one, other)
        .or(() -> named(other, one))
        .map(Cell.EMPTY::withValue)
        .orElse(Cell.EMPTY);
  }

  private static Optional<Value> named(Cell given, Cell constant) {
    return isOf(given.value(), constant.type()) && constant.value() instanceof Value.Named
        ? Optional.of(new Value.Equals(given.value(), constant.value()))
        : Optional.empty();
  }

  /** What a call of {@code equals} tells: the object's, or that of {@code Objects}. */
  static Optional<Value> byCall(
      MethodInsnNode call, List<? extends Cell> operands, Surroundings surroundings) {
    boolean isOne =
        call.name.equals("equals")
            && operands.size() == 2
            && (call.desc.equals("(Ljava/lang/Object;)Z")
                || call.owner.equals("java/util/Objects"));
    if (!isOne) {
      return Optional.empty();
    }
    Cell one = compared(operands.get(0), surroundings);
    Cell other = compared(operands.get(1), surroundings);
    return named(one, other)
        .or(() -> named(other, one))
        .or(() -> text(one, other))
        .or(() -> text(other, one));
  }

  private static Cell compared(Cell operand, Surroundings surroundings) {
    return surroundings.held(operand).map(operand::withValue).orElse(operand);
  }

  /** What this object or a parameter says when it is asked, if that may be compared. */
  static Optional<Value> saidBy(MethodInsnNode call, Site site, List<? extends Cell> operands) {
    boolean isOne =
        site.hasReceiver()
            && site.parameters().isEmpty()
            && isComparable(site.returned().type())
            && !call.owner.startsWith("java/");
    if (!isOne) {
      return Optional.empty();
    }
    Cell object = operands.get(0);
    Value of = object.isThis() ? new Value.This(object.type()) : object.value();
    return of instanceof Value.This || of instanceof Value.Parameter
        ? Optional.of(Value.Held.saidBy(of, site.method(), site.returned().type()))
        : Optional.empty();
  }

  /** Whether what is of a type is compared to constants other than null. */
  static boolean isComparable(String type) {
    return NUMBERS.contains(type) || type.equals(TEXT);
  }

  private static Optional<Value> text(Cell given, Cell constant) {
    return isText(given.value()) && isLiteral(constant.value())
        ? Optional.of(new Value.Equals(given.value(), constant.value()))
        : Optional.empty();
  }

  /** Whether something was given that a switch may be over: a number. */
  static boolean isNumber(Value value) {
    return NUMBERS.contains(type(value));
  }

  /** Whether something was given that a switch may be over: a text. */
  static boolean isText(Value value) {
    return isOf(value, TEXT);
  }

  private static boolean isOf(Value value, String type) {
    return type(value).equals(type);
  }

  private static String type(Value value) {
    if (value instanceof Value.Held held) {
      return held.held();
    }
    return value instanceof Value.Parameter parameter ? parameter.type() : "";
  }

  private static boolean isLiteral(Value value) {
    return value instanceof Value.Zero || value instanceof Value.Constant;
  }
}
