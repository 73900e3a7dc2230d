package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What the fields of a class hold, as far as the class itself shows.
 *
 * <p>It does for final fields, and for private ones that hold references and cannot be reached by
 * another class of the same nest. A reference is said to hold what it is ever assigned; that it may
 * still be null is left aside, since a call on it would then fail and not block.
 */
final class FieldValues {
  private final ClassNode declaration;
  private final Map<String, FieldNode> inSight = new HashMap<>();
  private final Map<String, List<Value>> assigned = new HashMap<>();
  private boolean isCollected;
  private boolean isCollecting;

  FieldValues(ClassNode declaration) {
    this.declaration = declaration;
    boolean isAlone = declaration.nestMembers == null && declaration.nestHostClass == null;
    Set<String> names = new HashSet<>();
    for (FieldNode field : declaration.fields) {
      boolean isPrivate = isAlone && has(field, Opcodes.ACC_PRIVATE) && isReference(field);
      if (!names.add(field.name)) {
        // Two fields of one name: legal for class files, and not worth telling apart.
        inSight.remove(field.name);
      } else if (has(field, Opcodes.ACC_FINAL) || isPrivate) {
        inSight.put(field.name, field);
      }
    }
  }

  /** Whether a field is never assigned again once its object, or class, is made. */
  boolean isFinal(String field) {
    return inSight.containsKey(field) && has(inSight.get(field), Opcodes.ACC_FINAL);
  }

  /** What a field holds; empty if that is unknown. */
  Optional<Value> of(String field) {
    // A constructor that reads fields while it is searched for what it assigns learns nothing.
    if (isCollecting || !inSight.containsKey(field)) {
      return Optional.empty();
    }
    if (!isCollected) {
      isCollecting = true;
      declaration.methods.forEach(this::collect);
      isCollecting = false;
      isCollected = true;
    }
    return assigned.getOrDefault(field, List.of()).stream()
        .reduce((one, other) -> Joins.join(one, other, ""))
        .filter(value -> !(value instanceof Value.Unknown) && !(value instanceof Value.Null));
  }

  private void collect(MethodNode method) {
    List<FieldInsnNode> puts = puts(method);
    if (puts.isEmpty()) {
      return;
    }
    Optional<List<Frame<Cell>>> frames = Flow.of(declaration.name, method, this, Set.of());
    for (FieldInsnNode put : puts) {
      Value value = new Value.Unknown("");
      if (frames.isPresent()) {
        Frame<Cell> frame = frames.get().get(method.instructions.indexOf(put));
        if (frame == null) {
          continue;
        }
        value = Joins.outside(((FlowFrame) frame).operand(0).value());
      }
      boolean isFinal = isFinal(put.name);
      if (isFinal || !(value instanceof Value.Null)) {
        assigned.computeIfAbsent(put.name, name -> new ArrayList<>()).add(value);
      }
    }
  }

  private List<FieldInsnNode> puts(MethodNode method) {
    List<FieldInsnNode> puts = new ArrayList<>();
    for (AbstractInsnNode each : method.instructions) {
      if ((each.getOpcode() == Opcodes.PUTFIELD || each.getOpcode() == Opcodes.PUTSTATIC)
          && each instanceof FieldInsnNode put
          && put.owner.equals(declaration.name)
          && inSight.containsKey(put.name)) {
        puts.add(put);
      }
    }
    return puts;
  }

  private static boolean isReference(FieldNode field) {
    return Type.getType(field.desc).getSort() >= Type.ARRAY;
  }

  private static boolean has(FieldNode field, int flag) {
    return (field.access & flag) != 0;
  }
}
