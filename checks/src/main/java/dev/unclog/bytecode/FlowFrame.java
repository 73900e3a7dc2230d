package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * What is known before one instruction: variables, operands, and what was done on every way here.
 *
 * <p>A fact is about a place, and lost when the place is assigned. About a field that is not final
 * it is lost at every call as well, for any call may assign it; and about every place when the same
 * method is called anywhere with other arguments, since two places may hold the same object.
 */
final class FlowFrame extends Frame<Cell> {
  private Set<Fact> facts;

  /** What held before a branch, and what its condition adds; between running and branching. */
  private Set<Fact> unbranched;

  private Fact tested;

  FlowFrame(int locals, int operands) {
    super(locals, operands);
    facts = Set.of();
    unbranched = facts;
    tested = Fact.NONE;
  }

  FlowFrame(Frame<? extends Cell> frame) {
    super(frame);
    facts = ((FlowFrame) frame).facts;
    unbranched = facts;
    tested = Fact.NONE;
  }

  /** What was done to what a place holds. */
  Set<String> before(Place place) {
    Set<String> texts = new HashSet<>();
    for (Fact fact : facts) {
      if (fact.place().equals(place)) {
        texts.add(fact.text());
      }
    }
    return texts;
  }

  /** The operand that lies this deep below the top. */
  Cell operand(int depth) {
    return getStack(getStackSize() - 1 - depth);
  }

  @Override
  public Frame<Cell> init(Frame<? extends Cell> frame) {
    super.init(frame);
    facts = ((FlowFrame) frame).facts;
    return this;
  }

  @Override
  public boolean merge(Frame<? extends Cell> frame, Interpreter<Cell> interpreter)
      throws AnalyzerException {
    boolean changed = super.merge(frame, interpreter);
    Set<Fact> others = ((FlowFrame) frame).facts;
    if (facts.isEmpty() || others.containsAll(facts)) {
      return changed;
    }
    Set<Fact> common = new HashSet<>(facts);
    common.retainAll(others);
    facts = common;
    return true;
  }

  @Override
  public void initJumpTarget(int opcode, LabelNode target) {
    boolean foundTrue =
        opcode == Opcodes.IFNE ? target != null : opcode == Opcodes.IFEQ && target == null;
    facts = foundTrue && !tested.equals(Fact.NONE) ? with(unbranched, tested) : unbranched;
  }

  @Override
  public void execute(AbstractInsnNode instruction, Interpreter<Cell> interpreter)
      throws AnalyzerException {
    CellInterpreter cells = (CellInterpreter) interpreter;
    cells.step(instruction);
    int opcode = instruction.getOpcode();
    tested = opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE ? operand(0).test() : Fact.NONE;
    if (instruction instanceof MethodInsnNode call) {
      invoke(call, cells);
    } else {
      super.execute(instruction, interpreter);
      if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
        int slot = ((VarInsnNode) instruction).var;
        boolean isWide = opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE;
        forget(place -> place.slot() == slot || (isWide && place.slot() == slot + 1));
      } else if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
        FieldInsnNode put = (FieldInsnNode) instruction;
        forget(place -> place.isAssignedBy(put));
      }
    }
    unbranched = facts;
  }

  private void invoke(MethodInsnNode call, CellInterpreter cells) throws AnalyzerException {
    boolean isConstructor = call.name.equals("<init>");
    boolean isOfInterest =
        call.getOpcode() != Opcodes.INVOKESTATIC && cells.isOfInterest(call.name);
    if (!isConstructor && !isOfInterest) {
      super.execute(call, cells);
      forget(place -> !place.isStable());
      return;
    }
    Type[] types = Type.getArgumentTypes(call.desc);
    Cell receiver = operand(types.length);
    List<Value> arguments = arguments(types);
    super.execute(call, cells);
    forget(place -> !place.isStable());
    if (isConstructor) {
      if (receiver.isRaw()) {
        replace(
            receiver.allocation(),
            Joins.made(Names.method(call.owner, call.name, call.desc), arguments));
      }
    } else {
      note(call, receiver.place(), arguments);
    }
  }

  private List<Value> arguments(Type[] types) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      arguments.add(Literals.as(types[i], operand(types.length - 1 - i).value()));
    }
    return arguments;
  }

  /** Copies of a new object, as {@code DUP} made them, are one object. */
  private void replace(int allocation, Value made) {
    for (int i = 0; i < getLocals(); i++) {
      if (getLocal(i).allocation() == allocation && getLocal(i).isRaw()) {
        setLocal(i, getLocal(i).withValue(made));
      }
    }
    for (int i = 0; i < getStackSize(); i++) {
      if (getStack(i).allocation() == allocation && getStack(i).isRaw()) {
        setStack(i, getStack(i).withValue(made));
      }
    }
  }

  /** A question counts if it was found true, another call once it was made. */
  private void note(MethodInsnNode call, Place place, List<Value> arguments) {
    StringJoiner text = new StringJoiner(", ", call.name + "(", ")");
    boolean isWritten = !place.equals(Place.NONE);
    for (Value argument : arguments) {
      if (argument instanceof Value.Constant constant) {
        text.add(constant.text());
      } else if (argument instanceof Value.Zero) {
        text.add("0");
      } else {
        isWritten = false;
      }
    }
    Fact fact = new Fact(place, call.name, isWritten ? text.toString() : "");
    if (Type.getReturnType(call.desc).getSort() == Type.BOOLEAN) {
      if (isWritten) {
        push(pop().withTest(fact));
      }
      return;
    }
    Set<Fact> left = new HashSet<>(facts);
    left.removeIf(each -> each.method().equals(fact.method()) && !each.text().equals(fact.text()));
    facts = isWritten ? with(left, fact) : left;
  }

  private static Set<Fact> with(Set<Fact> facts, Fact fact) {
    Set<Fact> more = new HashSet<>(facts);
    more.add(fact);
    return more;
  }

  private void forget(Predicate<Place> isChanged) {
    if (facts.stream().anyMatch(fact -> isChanged.test(fact.place()))) {
      Set<Fact> left = new HashSet<>(facts);
      left.removeIf(fact -> isChanged.test(fact.place()));
      facts = left;
    }
    for (int i = 0; i < getLocals(); i++) {
      setLocal(i, without(getLocal(i), isChanged));
    }
    for (int i = 0; i < getStackSize(); i++) {
      setStack(i, without(getStack(i), isChanged));
    }
  }

  private static Cell without(Cell cell, Predicate<Place> isChanged) {
    Cell left = isChanged.test(cell.place()) ? cell.withPlace(Place.NONE) : cell;
    return isChanged.test(left.test().place()) ? left.withTest(Fact.NONE) : left;
  }
}
