package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The numbers that stand for texts: compilers make two switches of one over texts. The first, over
 * hash codes, asks whether the text is equal, and notes which one it was for the second.
 */
final class TextSwitch {
  private final Map<Integer, Value> byNumber = new HashMap<>();
  private int local = -1;

  /** Goes back from where the number is read to where it is set to none of them. */
  static TextSwitch before(VarInsnNode read) {
    TextSwitch texts = new TextSwitch();
    for (AbstractInsnNode each = previous(read);
        each != null && isPart(each, read.var);
        each = previous(each)) {
      if (isStore(each, read.var) && !texts.note(previous(each))) {
        return texts.local >= 0 ? texts : new TextSwitch();
      }
    }
    return new TextSwitch();
  }

  /** Notes which number is stored for which text; false if it is the first of all. */
  private boolean note(AbstractInsnNode pushed) {
    Optional<Integer> number = number(pushed);
    if (number.isEmpty() || number.get() < 0) {
      return false;
    }
    AbstractInsnNode branch = previous(pushed);
    AbstractInsnNode call = branch == null ? null : previous(branch);
    AbstractInsnNode text = call == null ? null : previous(call);
    AbstractInsnNode loaded = text == null ? null : previous(text);
    if (branch != null
        && branch.getOpcode() == Opcodes.IFEQ
        && call instanceof MethodInsnNode equals
        && equals.name.equals("equals")
        && text instanceof LdcInsnNode constant
        && constant.cst instanceof String
        && loaded instanceof VarInsnNode variable) {
      byNumber.put(number.get(), Literals.of(constant.cst).value());
      local = variable.var;
      return true;
    }
    local = -1;
    return false;
  }

  private static Optional<Integer> number(AbstractInsnNode pushed) {
    if (pushed instanceof IntInsnNode small) {
      return Optional.of(small.operand);
    }
    int opcode = pushed == null ? -1 : pushed.getOpcode();
    return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5
        ? Optional.of(opcode - Opcodes.ICONST_0)
        : Optional.empty();
  }

  private static boolean isPart(AbstractInsnNode each, int number) {
    return switch (each.getOpcode()) {
      case Opcodes.ALOAD, Opcodes.LDC, Opcodes.IFEQ, Opcodes.GOTO -> true;
      case Opcodes.LOOKUPSWITCH, Opcodes.TABLESWITCH -> true;
      case Opcodes.INVOKEVIRTUAL -> ((MethodInsnNode) each).owner.equals("java/lang/String");
      default -> isStore(each, number) || number(each).isPresent();
    };
  }

  private static boolean isStore(AbstractInsnNode each, int number) {
    return each.getOpcode() == Opcodes.ISTORE && ((VarInsnNode) each).var == number;
  }

  /** The local variable that holds the text; -1 if there is no such switch. */
  int local() {
    return local;
  }

  /** What a number stands for; null if that is unknown. */
  Value text(int number) {
    return byNumber.get(number);
  }

  /** The instruction before another one. */
  static AbstractInsnNode previous(AbstractInsnNode instruction) {
    AbstractInsnNode previous = instruction.getPrevious();
    while (previous != null && previous.getOpcode() < 0) {
      previous = previous.getPrevious();
    }
    return previous;
  }
}
