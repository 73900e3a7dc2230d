package dev.unclog.bytecode;

import dev.unclog.call.Interests;
import org.objectweb.asm.tree.ClassNode;

/** The class around a method, and what its facts are to tell. */
final class Surroundings {
  private final String owner;
  private final Invocations invocations;
  private final FieldValues fields;
  private final FirstUses firstUses;
  private final Interests interests;

  Surroundings(ClassNode declaration, Interests interests) {
    this.owner = declaration.name;
    this.invocations = new Invocations(declaration, interests.asked());
    this.interests = interests;
    this.fields = new FieldValues(declaration, this);
    this.firstUses = new FirstUses(declaration);
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
