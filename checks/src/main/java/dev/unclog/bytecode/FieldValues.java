package dev.unclog.bytecode;

import dev.unclog.call.NeverNull;
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
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What the fields of a class hold, as far as the class itself shows.
 *
 * <p>It does for final fields, and for private ones that hold references and cannot be reached by
 * another class of the same nest. A reference is said to hold what it is ever assigned; that it may
 * still be null is left aside, since a call on it would then fail and not block. A private {@code
 * boolean} is told of if it is assigned answers that somebody asks about, and nothing else.
 */
final class FieldValues {
  private final ClassNode declaration;
  private final Surroundings surroundings;
  private final Map<String, FieldNode> inSight = new HashMap<>();

  /** Those in sight that hold answers, or else are left out. */
  private final Set<String> flags = new HashSet<>();

  private final Map<String, Value> assigned = new HashMap<>();
  private boolean isCollected;
  private boolean isCollecting;

  FieldValues(ClassNode declaration, Surroundings surroundings) {
    this.declaration = declaration;
    this.surroundings = surroundings;
    boolean isAlone = declaration.nestMembers == null && declaration.nestHostClass == null;
    Set<String> names = new HashSet<>();
    for (FieldNode field : declaration.fields) {
      boolean isAnswer =
          field.desc.equals("Z")
              && !has(field, Opcodes.ACC_FINAL)
              && !surroundings.interests().asked().isEmpty();
      boolean isPrivate =
          isAlone && has(field, Opcodes.ACC_PRIVATE) && (isReference(field) || isAnswer);
      if (!names.add(field.name)) {
        // Two fields of one name: legal for class files, and not worth telling apart.
        inSight.remove(field.name);
      } else if (has(field, Opcodes.ACC_FINAL) || isPrivate) {
        inSight.put(field.name, field);
        if (isAnswer) {
          flags.add(field.name);
        }
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
      if (!flags.isEmpty()) {
        declaration.methods.forEach(this::leaveOutOtherFlags);
      }
      declaration.methods.forEach(this::collect);
      isCollecting = false;
      isCollected = true;
    }
    return Optional.ofNullable(assigned.get(field))
        .filter(value -> !(value instanceof Value.Unknown) && !(value instanceof Value.Null))
        .filter(value -> isFinal(field) || !NeverNull.is(value));
  }

  /** A final field that is true or false, as the constructors decide. */
  Optional<Value> flag(String field) {
    boolean isFlag =
        isFinal(field)
            && inSight.get(field).desc.equals("Z")
            && !has(inSight.get(field), Opcodes.ACC_STATIC);
    return isFlag
        ? Optional.of(new Value.Flag(Names.binary(declaration.name), field))
        : Optional.empty();
  }

  /** Flags that are ever set to something else are left out before anything is followed. */
  private void leaveOutOtherFlags(MethodNode method) {
    Set<String> asked = surroundings.interests().asked();
    for (FieldInsnNode put : puts(method)) {
      AbstractInsnNode before = put.getPrevious();
      while (before != null && before.getOpcode() < 0) {
        before = before.getPrevious();
      }
      boolean isAnswer = before instanceof MethodInsnNode call && asked.contains(call.name);
      if (flags.contains(put.name) && !isAnswer) {
        inSight.remove(put.name);
      }
    }
  }

  private void collect(MethodNode method) {
    List<FieldInsnNode> puts = puts(method);
    if (puts.isEmpty()) {
      return;
    }
    Optional<List<Frame<Cell>>> frames = Flow.of(method, surroundings);
    for (FieldInsnNode put : puts) {
      Value value = new Value.Unknown("");
      if (frames.isPresent()) {
        Frame<Cell> frame = frames.get().get(method.instructions.indexOf(put));
        if (frame == null || !((FlowFrame) frame).ways().exist()) {
          continue;
        }
        value = ((FlowFrame) frame).operand(0).value();
        value = Substitutions.outside(put.desc.equals("Z") ? value : Truths.asNumber(value));
      }
      boolean isFinal = isFinal(put.name);
      if (isFinal || !(value instanceof Value.Null)) {
        assigned.merge(put.name, value, (one, other) -> Joins.join(one, other, ""));
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
