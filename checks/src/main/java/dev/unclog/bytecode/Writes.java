package dev.unclog.bytecode;

import dev.unclog.call.Assigned;
import dev.unclog.call.MethodKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/** What the methods of a class assign to fields of their own object. */
final class Writes {
  private final ClassNode declaration;
  private final Surroundings surroundings;

  Writes(ClassNode declaration, Surroundings surroundings) {
    this.declaration = declaration;
    this.surroundings = surroundings;
  }

  /** All that a field is assigned; empty if that cannot be followed, or is another object's. */
  Optional<List<Assigned>> of(String field) {
    List<Assigned> all = new ArrayList<>();
    for (MethodNode method : declaration.methods) {
      List<FieldInsnNode> puts = in(method, declaration.name, field);
      if (puts.isEmpty()) {
        continue;
      }
      Optional<List<Frame<Cell>>> frames = Flow.of(method, surroundings);
      if (frames.isEmpty()) {
        return Optional.empty();
      }
      MethodKey key = Names.method(declaration.name, method.name, method.desc);
      for (FieldInsnNode put : puts) {
        Frame<Cell> frame = frames.get().get(method.instructions.indexOf(put));
        if (frame instanceof FlowFrame known && known.ways().exist()) {
          if (!known.operand(1).isThis()) {
            return Optional.empty();
          }
          all.add(new Assigned(key, Literals.as(Type.getType(put.desc), known.operand(0).value())));
        }
      }
    }
    return Optional.of(all);
  }

  /** Whether a class assigns a field of any object. */
  static boolean areIn(ClassNode declaration, String owner, String field) {
    return declaration.methods.stream().anyMatch(method -> !in(method, owner, field).isEmpty());
  }

  private static List<FieldInsnNode> in(MethodNode method, String owner, String field) {
    List<FieldInsnNode> puts = new ArrayList<>(0);
    for (AbstractInsnNode each : method.instructions) {
      if (each.getOpcode() == Opcodes.PUTFIELD
          && each instanceof FieldInsnNode put
          && put.owner.equals(owner)
          && put.name.equals(field)) {
        puts.add(put);
      }
    }
    return puts;
  }
}
