package dev.unclog.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The instructions of {@code throw new X(…)}: who runs them has failed already.
 *
 * <p>Those from {@code NEW} to the {@code ATHROW} that throws the same object, if control neither
 * enters nor leaves between the two and nothing is stored. Any other way to throw is left as it is.
 */
final class ExceptionalExits {
  private final InsnList instructions;

  /** For each label, by index, where the first and the last jump to it come from. */
  private final int[] first;

  private final int[] last;

  private ExceptionalExits(InsnList instructions) {
    this.instructions = instructions;
    this.first = new int[instructions.size()];
    this.last = new int[instructions.size()];
    Arrays.fill(first, Integer.MAX_VALUE);
    Arrays.fill(last, -1);
  }

  static BitSet in(InsnList instructions, List<Frame<Cell>> frames) {
    BitSet inside = new BitSet();
    ExceptionalExits exits = null;
    // From the end, so that what lies within a longer one is not walked again.
    for (int i = instructions.size() - 1; i >= 0; i--) {
      if (instructions.get(i).getOpcode() != Opcodes.ATHROW
          || frames.get(i) == null
          || inside.get(i)) {
        continue;
      }
      int start = ((FlowFrame) frames.get(i)).operand(0).allocation();
      if (start < 0) {
        continue;
      }
      if (exits == null) {
        exits = new ExceptionalExits(instructions);
        exits.collectJumps();
      }
      if (exits.isClosed(start, i)) {
        inside.set(start, i);
      }
    }
    return inside;
  }

  private void collectJumps() {
    for (int i = 0; i < instructions.size(); i++) {
      for (LabelNode target : targets(instructions.get(i))) {
        int index = instructions.indexOf(target);
        first[index] = Math.min(first[index], i);
        last[index] = Math.max(last[index], i);
      }
    }
  }

  private static List<LabelNode> targets(AbstractInsnNode instruction) {
    if (instruction instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    List<LabelNode> targets = new ArrayList<>();
    if (instruction instanceof TableSwitchInsnNode table) {
      targets.addAll(table.labels);
      targets.add(table.dflt);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      targets.addAll(lookup.labels);
      targets.add(lookup.dflt);
    }
    return targets;
  }

  private boolean isClosed(int start, int end) {
    for (int i = start; i < end; i++) {
      AbstractInsnNode each = instructions.get(i);
      int opcode = each.getOpcode();
      boolean isStore = each instanceof VarInsnNode && opcode >= Opcodes.ISTORE;
      boolean isEnd = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
      if (isStore
          || isEnd
          || opcode == Opcodes.ATHROW
          || (last[i] >= 0 && (first[i] < start || last[i] > end))) {
        return false;
      }
      for (LabelNode target : targets(each)) {
        int index = instructions.indexOf(target);
        if (index < start || index > end) {
          return false;
        }
      }
    }
    return start < end;
  }
}
