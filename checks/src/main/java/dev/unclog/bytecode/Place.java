package dev.unclog.bytecode;

import org.objectweb.asm.tree.FieldInsnNode;

/**
 * Where a value was read from, so that a later reading is known to give the same one.
 *
 * @param slot of a local variable; negative for a field
 * @param field name and descriptor of a field of {@code this}, or of a static one of its class;
 *     empty for a local variable
 * @param isStable whether calls leave it alone: a local variable or a final field
 */
record Place(int slot, String field, boolean isStable) {
  /** Nowhere that could be read again. */
  static final Place NONE = new Place(-1, "", true);

  /** Where an error of the machine comes from, until it is stored. */
  static final Place MACHINE_ERROR = new Place(-2, "", true);

  static Place local(int slot) {
    return new Place(slot, "", true);
  }

  static Place field(FieldInsnNode field, boolean isFinal) {
    return new Place(-1, key(field), isFinal);
  }

  /** A field's name; empty for a local variable. */
  String name() {
    return field.isEmpty() ? field : field.substring(0, field.indexOf(':'));
  }

  /** Whether an instruction assigns it, or another of its name, which is as good as the same. */
  boolean isAssignedBy(FieldInsnNode put) {
    return field.equals(key(put));
  }

  private static String key(FieldInsnNode field) {
    return field.name + ':' + field.desc;
  }
}
