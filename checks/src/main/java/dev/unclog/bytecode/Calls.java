package dev.unclog.bytecode;

import dev.unclog.call.Call;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/** The calls that a method makes. */
final class Calls {
  private final String owner;
  private final Set<String> exact;
  private final MethodNode method;
  private final Optional<List<Frame<Cell>>> frames;

  /**
   * Takes what is known.
   *
   * @param owner the class, as instructions name it
   * @param exact as of {@link #exactMethods}
   * @param method the method
   * @param frames what is known before each of its instructions, if anything
   */
  Calls(String owner, Set<String> exact, MethodNode method, Optional<List<Frame<Cell>>> frames) {
    this.owner = owner;
    this.exact = exact;
    this.method = method;
    this.frames = frames;
  }

  /** Name and descriptor of the methods that a class declares and nobody overrides. */
  static Set<String> exactMethods(ClassNode declaration) {
    Set<String> exact = new HashSet<>();
    for (MethodNode method : declaration.methods) {
      int flags = method.access | (declaration.access & Opcodes.ACC_FINAL);
      if ((flags & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
          && (flags & Opcodes.ACC_ABSTRACT) == 0) {
        exact.add(method.name + method.desc);
      }
    }
    return exact;
  }

  List<Call> list() {
    BitSet left =
        frames.map(known -> ExceptionalExits.in(method.instructions, known)).orElse(new BitSet());
    List<Call> calls = new ArrayList<>();
    int line = 0;
    int index = 0;
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LineNumberNode number) {
        line = number.line;
      } else if (each instanceof MethodInsnNode call && !left.get(index)) {
        if (frames.isEmpty()) {
          calls.add(withoutValues(call, line));
        } else if (frames.get().get(index) instanceof FlowFrame frame) {
          calls.add(withValues(call, frame, line));
        }
      }
      index++;
    }
    return calls;
  }

  private Call withValues(MethodInsnNode call, FlowFrame frame, int line) {
    Type[] types = Type.getArgumentTypes(call.desc);
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      arguments.add(Literals.as(types[i], frame.operand(types.length - 1 - i).value()));
    }
    if (!hasReceiver(call)) {
      return call(call, Names.binary(call.owner), new Value.Null(), arguments, Set.of(), line);
    }
    Cell receiver = frame.operand(types.length);
    return call(
        call,
        receiverType(call, receiver),
        receiver.value(),
        arguments,
        frame.before(receiver.place()),
        line);
  }

  private Call withoutValues(MethodInsnNode call, int line) {
    List<Value> arguments = new ArrayList<>();
    Names.parameters(call.desc).forEach(type -> arguments.add(new Value.Unknown(type)));
    String type = Names.binary(call.owner);
    Value receiver = hasReceiver(call) ? new Value.Unknown(type) : new Value.Null();
    return call(call, type, receiver, arguments, Set.of(), line);
  }

  private Call call(
      MethodInsnNode call,
      String receiverType,
      Value receiver,
      List<Value> arguments,
      Set<String> before,
      int line) {
    return new Call(
        Names.method(call.owner, call.name, call.desc),
        receiverType,
        isExact(call),
        receiver,
        arguments,
        before,
        List.of(),
        List.of(),
        line,
        "");
  }

  private boolean isExact(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC
        || call.getOpcode() == Opcodes.INVOKESPECIAL
        || (call.owner.equals(owner) && exact.contains(call.name + call.desc));
  }

  private static boolean hasReceiver(MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("<init>");
  }

  /**
   * What flows here may have a narrower type than the one the call names: compilers write no cast
   * to a supertype.
   */
  private static String receiverType(MethodInsnNode call, Cell receiver) {
    String type =
        receiver.value() instanceof Value.Made made ? made.constructor().type() : receiver.type();
    boolean isNarrower =
        call.getOpcode() != Opcodes.INVOKESPECIAL
            && !type.isEmpty()
            && !type.endsWith("[]")
            && !type.equals(Cell.NULL_TYPE)
            && !type.equals("java.lang.Object");
    return isNarrower ? type : Names.binary(call.owner);
  }
}
