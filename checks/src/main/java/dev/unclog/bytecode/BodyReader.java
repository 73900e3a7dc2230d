package dev.unclog.bytecode;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/** Goes through the instructions of a method, once, and makes facts of them. */
final class BodyReader {
  private final Surroundings surroundings;
  private final MethodNode method;
  private final Type returnType;
  private final Invocations invocations;
  private final Locks locks;
  private final Calls calls;
  private final List<Call> made = new ArrayList<>();
  private final List<Lock.Acquisition> acquired = new ArrayList<>();
  private Optional<Value> returned = Optional.empty();
  private int line;

  private BodyReader(Surroundings surroundings, MethodNode method) {
    this.surroundings = surroundings;
    this.method = method;
    this.returnType = Type.getReturnType(method.desc);
    this.locks = new Locks(surroundings.owner(), method);
    this.invocations = surroundings.invocations();
    this.calls = new Calls(invocations, locks);
  }

  /**
   * Facts of a method.
   *
   * @param sourceFile the file's simple name; empty if unknown
   */
  static BodyFacts read(
      MethodKey key, String sourceFile, MethodNode method, Surroundings surroundings) {
    BodyReader reader = new BodyReader(surroundings, method);
    reader
        .locks
        .monitor()
        .ifPresent(lock -> reader.acquired.add(new Lock.Acquisition(lock, reader.firstLine())));
    Flow.of(method, surroundings)
        .ifPresentOrElse(reader::readWithValues, reader::readWithoutValues);
    return new BodyFacts(
        key,
        sourceFile,
        nature(method),
        reader.made,
        reader.acquired,
        reader.returned.orElseGet(reader::unknown));
  }

  private static BodyFacts.Nature nature(MethodNode method) {
    if ((method.access & Opcodes.ACC_NATIVE) != 0) {
      return BodyFacts.Nature.NATIVE;
    }
    return (method.access & Opcodes.ACC_ABSTRACT) != 0
        ? BodyFacts.Nature.ABSTRACT
        : BodyFacts.Nature.CODE;
  }

  private void readWithValues(List<Frame<Cell>> frames) {
    BitSet left = ExceptionalExits.in(method.instructions, frames);
    int index = 0;
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LineNumberNode number) {
        line = number.line;
      } else if (!left.get(index)
          && frames.get(index) instanceof FlowFrame frame
          && frame.ways().exist()) {
        read(each, frame);
      }
      index++;
    }
  }

  private void read(AbstractInsnNode instruction, FlowFrame frame) {
    int opcode = instruction.getOpcode();
    if (instruction instanceof MethodInsnNode call) {
      made.add(calls.of(call, frame, line));
      locks.taken(call, invocations.at(call), frame).ifPresent(this::acquire);
    } else if (opcode == Opcodes.MONITORENTER) {
      acquire(locks.entered(instruction, frame));
    } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
      Value value = Literals.as(returnType, returned(frame.operand(0)));
      returned =
          Optional.of(
              returned
                  .map(other -> Joins.join(other, value, returnType.getClassName()))
                  .orElse(value));
    }
  }

  private Value returned(Cell cell) {
    return Comparisons.isComparable(returnType.getClassName())
        ? surroundings.held(cell).orElse(cell.value())
        : cell.value();
  }

  private void acquire(Lock lock) {
    acquired.add(new Lock.Acquisition(lock, line));
  }

  private void readWithoutValues() {
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LineNumberNode number) {
        line = number.line;
      } else if (each instanceof MethodInsnNode call) {
        made.add(calls.of(call, line));
      }
    }
  }

  private Value unknown() {
    return new Value.Unknown(returnType.getSort() == Type.VOID ? "" : returnType.getClassName());
  }

  private int firstLine() {
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LineNumberNode number) {
        return number.line;
      }
    }
    return 0;
  }
}
