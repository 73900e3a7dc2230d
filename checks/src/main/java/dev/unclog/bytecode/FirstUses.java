package dev.unclog.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The private static fields of a class that are set when somebody first asks for them, and never
 * unset again: what a method does where it finds one unset, and then sets it, is done once.
 */
final class FirstUses {
  private static final String STATIC_INITIALISER = "<clinit>";

  private final String owner;

  /** By field, the methods that set it. */
  private final Map<String, Set<MethodNode>> setBy = new HashMap<>();

  FirstUses(ClassNode declaration) {
    this.owner = declaration.name;
    for (FieldNode field : declaration.fields) {
      int kind = field.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL);
      if (kind == (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) {
        setBy.put(field.name, new HashSet<>());
      }
    }
    if (!setBy.isEmpty()) {
      declaration.methods.forEach(this::read);
    }
  }

  private void read(MethodNode method) {
    for (AbstractInsnNode each : method.instructions) {
      if (each.getOpcode() == Opcodes.PUTSTATIC && isOne((FieldInsnNode) each)) {
        String field = ((FieldInsnNode) each).name;
        if (!isUnset(each.getPrevious())) {
          setBy.get(field).add(method);
        } else if (!method.name.equals(STATIC_INITIALISER)) {
          setBy.remove(field);
        }
      }
    }
  }

  private boolean isOne(FieldInsnNode field) {
    return field.owner.equals(owner) && setBy.containsKey(field.name);
  }

  private static boolean isUnset(AbstractInsnNode value) {
    return value != null
        && (value.getOpcode() == Opcodes.ACONST_NULL || value.getOpcode() == Opcodes.ICONST_0);
  }

  /** Whether a method sets a static field of the class that is set on first use. */
  boolean areIn(MethodNode method, String field) {
    return setBy.getOrDefault(field, Set.of()).contains(method);
  }
}
