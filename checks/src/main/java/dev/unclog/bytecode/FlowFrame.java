package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
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
  private Ways ways = Ways.START;

  /** What held before a branch, and what it asks about; between running and branching. */
  private Ways unbranched = ways;

  private Cell tested = Cell.EMPTY;

  /** What it asks of this object's flag, which may be the same in all objects as well. */
  private Cell flag = Cell.EMPTY;

  private Branches branches = Branches.NONE;

  FlowFrame(int locals, int operands) {
    super(locals, operands);
  }

  FlowFrame(Frame<? extends Cell> frame) {
    super(frame);
    ways = ((FlowFrame) frame).ways;
    unbranched = ways;
  }

  Ways ways() {
    return ways;
  }

  /** Where an error of the machine was caught, what comes next is not worth following. */
  @Override
  public void push(Cell cell) {
    super.push(cell);
    if (cell.place().equals(Place.MACHINE_ERROR)) {
      ways = Ways.NONE;
    }
  }

  /** The operand that lies this deep below the top. */
  Cell operand(int depth) {
    return getStack(getStackSize() - 1 - depth);
  }

  /** The operands on top, the topmost at the end. */
  List<Cell> operands(int count) {
    List<Cell> operands = new ArrayList<>(count);
    for (int depth = count - 1; depth >= 0; depth--) {
      operands.add(operand(depth));
    }
    return operands;
  }

  @Override
  public Frame<Cell> init(Frame<? extends Cell> frame) {
    super.init(frame);
    ways = ((FlowFrame) frame).ways;
    return this;
  }

  @Override
  public boolean merge(Frame<? extends Cell> frame, Interpreter<Cell> interpreter)
      throws AnalyzerException {
    FlowFrame other = (FlowFrame) frame;
    if (getStackSize() != other.getStackSize()) {
      throw new AnalyzerException(null, "operands differ in number");
    }
    if (!other.ways.exist()) {
      return false;
    }
    if (!ways.exist()) {
      init(other);
      return true;
    }
    boolean changed = false;
    for (int i = 0; i < getLocals(); i++) {
      Cell joined = join(getLocal(i), other.getLocal(i), other.ways);
      changed |= joined != getLocal(i);
      setLocal(i, joined);
    }
    for (int i = 0; i < getStackSize(); i++) {
      Cell joined = join(getStack(i), other.getStack(i), other.ways);
      changed |= joined != getStack(i);
      setStack(i, joined);
    }
    Ways joined = ways.join(other.ways);
    changed |= joined != ways;
    ways = joined;
    return changed;
  }

  /** One cell or the other; this one itself if the other adds nothing. */
  private Cell join(Cell one, Cell other, Ways otherWays) {
    Cell joined = one.join(other);
    if (joined == one) {
      return one;
    }
    Optional<Value> truth =
        Truths.between(one.value(), ways.guards(), other.value(), otherWays.guards());
    if (truth.isEmpty()) {
      return joined;
    }
    Cell withTruth = joined.withValue(truth.get());
    return withTruth.equals(one) ? one : withTruth;
  }

  @Override
  public void initJumpTarget(int opcode, LabelNode target) {
    ways =
        switch (opcode) {
          case Opcodes.IFNE, Opcodes.IFNONNULL, Opcodes.IF_ICMPEQ, Opcodes.IF_ACMPEQ ->
              unbranched.found(tested, target != null).found(flag, target != null);
          case Opcodes.IFEQ, Opcodes.IFNULL, Opcodes.IF_ICMPNE, Opcodes.IF_ACMPNE ->
              unbranched.found(tested, target == null).found(flag, target == null);
          case Opcodes.TABLESWITCH, Opcodes.LOOKUPSWITCH -> branches.to(target, unbranched);
          default -> unbranched;
        };
  }

  @Override
  public void execute(AbstractInsnNode instruction, Interpreter<Cell> interpreter)
      throws AnalyzerException {
    CellInterpreter cells = (CellInterpreter) interpreter;
    cells.step(instruction);
    int opcode = instruction.getOpcode();
    tested =
        switch (opcode) {
          case Opcodes.IFEQ, Opcodes.IFNE -> Comparisons.isNotZero(cells.compared(operand(0)));
          case Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE ->
              Comparisons.areEqual(cells.compared(operand(1)), cells.compared(operand(0)));
          case Opcodes.IF_ACMPEQ, Opcodes.IF_ACMPNE ->
              Comparisons.areSame(cells.compared(operand(1)), cells.compared(operand(0)));
          case Opcodes.IFNULL, Opcodes.IFNONNULL -> cells.isSet(operand(0));
          default -> Cell.EMPTY;
        };
    flag = opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE ? cells.flag(operand(0)) : Cell.EMPTY;
    branches =
        opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH
            ? Branches.of(instruction, this, cells)
            : Branches.NONE;
    if (instruction instanceof MethodInsnNode call) {
      invoke(call, cells.invocations().at(call), cells);
    } else {
      if (opcode == Opcodes.MONITORENTER) {
        ways = ways.with(cells.locks().afterEnter(instruction, this));
      } else if (opcode == Opcodes.MONITOREXIT) {
        ways = ways.with(Locks.afterExit(this));
      }
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
    unbranched = ways;
  }

  private void invoke(MethodInsnNode call, Site site, CellInterpreter cells)
      throws AnalyzerException {
    ways = ways.with(cells.locks().after(call, site, this));
    boolean isConstructor = call.name.equals("<init>");
    boolean isOfInterest =
        call.getOpcode() != Opcodes.INVOKESTATIC && cells.isOfInterest(call.name);
    if (!isConstructor && !isOfInterest) {
      super.execute(call, cells);
      forget(place -> !place.isStable());
      return;
    }
    int count = site.parameters().size();
    Cell receiver = operand(count);
    List<Value> arguments = Invocations.arguments(site.parameters(), operands(count));
    super.execute(call, cells);
    forget(place -> !place.isStable());
    if (isConstructor) {
      if (receiver.isRaw()) {
        replace(receiver.allocation(), Joins.made(site.method(), arguments));
      }
    } else {
      note(site, receiver.place(), arguments);
    }
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
  private void note(Site site, Place place, List<Value> arguments) {
    String method = site.method().name();
    StringJoiner text = new StringJoiner(", ", method + "(", ")");
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
    Fact fact = new Fact(place, method, isWritten ? text.toString() : "");
    if (site.returned().type().equals("boolean")) {
      if (isWritten) {
        push(pop().withTest(fact));
      }
      return;
    }
    Facts left =
        ways.facts()
            .without(each -> each.method().equals(method) && !each.text().equals(fact.text()));
    ways = ways.with(isWritten ? left.with(fact) : left);
  }

  private void forget(Predicate<Place> isChanged) {
    ways = ways.with(ways.facts().without(fact -> isChanged.test(fact.place())));
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
