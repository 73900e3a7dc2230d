package dev.unclog.bytecode;

import dev.unclog.call.Interests;
import dev.unclog.call.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/** The class around a method, and what its facts are to tell. */
final class Surroundings {
  private final String owner;
  private final String type;

  /** The fields that each object has, and that no other class assigns. */
  private final Set<String> own = new HashSet<>();

  private final Invocations invocations;
  private final FieldValues fields;
  private final FirstUses firstUses;
  private final Interests interests;

  Surroundings(ClassNode declaration, Interests interests) {
    this.owner = declaration.name;
    this.type = Names.binary(declaration.name);
    for (FieldNode field : declaration.fields) {
      if (isOwn(field)) {
        own.add(field.name);
      }
    }
    this.invocations = new Invocations(declaration, interests.asked());
    this.interests = interests;
    this.fields = new FieldValues(declaration, this);
    this.firstUses = new FirstUses(declaration);
  }

  /** What this object holds, if an operand was read from such a field just now. */
  Optional<Value> held(Cell operand) {
    String field = operand.place().name();
    return operand.value() instanceof Value.Unknown && own.contains(field)
        ? Optional.of(new Value.Held(new Value.This(type), type, field, operand.type()))
        : Optional.empty();
  }

  /** That a flag of this object is true, if an operand was read from it just now. */
  Cell flag(Cell operand) {
    String field = operand.place().name();
    return operand.value() instanceof Value.Flag && own.contains(field)
        ? Cell.EMPTY.withValue(
            new Value.Equals(
                new Value.Held(new Value.This(type), type, field, operand.type()),
                new Value.Constant("true")))
        : Cell.EMPTY;
  }

  private static boolean isOwn(FieldNode field) {
    return (field.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
        && (field.access & (Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE)) == 0;
  }

  /** The class, as instructions name it. */
  String owner() {
    return owner;
  }

  Invocations invocations() {
    return invocations;
  }

  FieldValues fields() {
    return fields;
  }

  FirstUses firstUses() {
    return firstUses;
  }

  Interests interests() {
    return interests;
  }
}
