package dev.unclog.bytecode;

import dev.unclog.call.Lock;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Names of the locks that a method uses. */
final class LockNames {
  private static final String NAMELESS = "(local)";

  private final String type;
  private final MethodNode method;

  LockNames(String owner, MethodNode method) {
    this.type = Names.binary(owner);
    this.method = method;
  }

  /** The lock that an instruction finds in an operand. */
  Lock of(Cell operand, AbstractInsnNode at, Lock.Kind kind) {
    Origin origin = operand.origin();
    return origin.equals(Origin.NONE)
        ? new Lock(type, local(operand.place().slot(), at), kind)
        : new Lock(origin.type(), origin.name(), kind);
  }

  private String local(int slot, AbstractInsnNode at) {
    if (slot < 0 || method.localVariables == null) {
      return NAMELESS;
    }
    InsnList instructions = method.instructions;
    int index = instructions.indexOf(at);
    for (LocalVariableNode variable : method.localVariables) {
      if (variable.index == slot
          && instructions.indexOf(variable.start) <= index
          && index < instructions.indexOf(variable.end)) {
        return "(" + variable.name + ")";
      }
    }
    return NAMELESS;
  }
}
