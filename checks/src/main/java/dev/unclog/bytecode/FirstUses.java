package dev.unclog.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The private fields of a class that are set when somebody first asks for them: what a method does
 * where it finds one unset, and then sets it, is done once, or once for each object.
 *
 * <p>Of objects, references alone: that a flag is set tells as often that something has ended.
 */
final class FirstUses {
  private static final String STATIC_INITIALISER = "<clinit>";
  private static final String CONSTRUCTOR = "<init>";

  private final String owner;

  /** By field, the methods that set it. */
  private final Map<String, Set<MethodNode>> setBy = new HashMap<>();

  /** Fields that stay set. */
  private final Set<String> forGood = new HashSet<>();

  FirstUses(ClassNode declaration) {
    this.owner = declaration.name;
    for (FieldNode field : declaration.fields) {
      boolean isStatic = (field.access & Opcodes.ACC_STATIC) != 0;
      if ((field.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) == Opcodes.ACC_PRIVATE
          && (isStatic || Type.getType(field.desc).getSort() >= Type.ARRAY)) {
        setBy.put(field.name, new HashSet<>());
        if (isStatic) {
          forGood.add(field.name);
        }
      }
    }
    if (!setBy.isEmpty()) {
      declaration.methods.forEach(this::read);
    }
  }

  private void read(MethodNode method) {
    boolean isInitialiser =
        method.name.equals(STATIC_INITIALISER) || method.name.equals(CONSTRUCTOR);
    for (AbstractInsnNode each : method.instructions) {
      boolean isPut = each.getOpcode() == Opcodes.PUTSTATIC || each.getOpcode() == Opcodes.PUTFIELD;
      if (isPut && isOne((FieldInsnNode) each)) {
        String field = ((FieldInsnNode) each).name;
        if (!isUnset(each.getPrevious())) {
          setBy.get(field).add(method);
        } else if (!isInitialiser) {
          forGood.remove(field);
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

  /** Whether a method sets a field of the class that is set on first use. */
  boolean areIn(MethodNode method, String field) {
    return setBy.getOrDefault(field, Set.of()).contains(method);
  }

  /** Whether a field is set once in a process, and stays so. */
  boolean isForGood(String field) {
    return forGood.contains(field);
  }
}
