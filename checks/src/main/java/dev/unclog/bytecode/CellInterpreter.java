package dev.unclog.bytecode;

import dev.unclog.call.Lock;
import dev.unclog.call.MachineErrors;
import dev.unclog.call.Value;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What single instructions make of their operands. For one run over one method. */
final class CellInterpreter extends Interpreter<Cell> {
  private static final List<String> PRIMITIVES = List.of("int", "long", "float", "double");
  private static final List<String> ELEMENTS =
      List.of("int", "long", "float", "double", "", "byte", "char", "short");
  private static final List<String> NEW_ARRAYS =
      List.of("boolean", "char", "float", "double", "byte", "short", "int", "long");

  private static final String ARRAY = "[]";
  private static final String OUTER = "this$";

  private final Surroundings surroundings;
  private final MethodNode method;
  private final InsnList instructions;
  private final Locks locks;
  private long stepsLeft;
  private int nextParameter;

  CellInterpreter(Surroundings surroundings, MethodNode method, long mostSteps) {
    super(Opcodes.ASM9);
    this.surroundings = surroundings;
    this.method = method;
    this.instructions = method.instructions;
    this.locks = new Locks(surroundings.owner(), method);
    this.stepsLeft = mostSteps;
  }

  /** Counts the instructions run, and stops where they are too many. */
  void step(AbstractInsnNode instruction) throws AnalyzerException {
    if (stepsLeft-- <= 0) {
      throw new AnalyzerException(instruction, "too much to follow");
    }
  }

  /** Whether to take note of calls of a method. */
  boolean isOfInterest(String method) {
    return surroundings.interests().before().contains(method);
  }

  /** An operand that is tested for null, as what it tells that it is not. */
  Cell isSet(Cell operand) {
    if (operand.value() instanceof Value.Parameter parameter) {
      return parameter.type().endsWith(ARRAY)
          ? Cell.EMPTY
          : Cell.EMPTY.withValue(new Value.Not(new Value.Equals(parameter, new Value.Null())));
    }
    Origin origin = operand.origin();
    if (origin.type().equals(Names.binary(surroundings.owner())) && isFirstUse(origin.name())) {
      return Cell.EMPTY.withValue(isSet(origin.name()));
    }
    return surroundings
        .held(operand)
        .map(held -> Cell.EMPTY.withValue(new Value.Not(new Value.Equals(held, new Value.Null()))))
        .orElse(Cell.EMPTY);
  }

  private boolean isFirstUse(String field) {
    return surroundings.firstUses().areIn(method, field);
  }

  private Value isSet(String field) {
    return new Value.IsSet(
        Names.binary(surroundings.owner()), field, surroundings.firstUses().isForGood(field));
  }

  /** An operand that is tested, as what it tells of this object if it is a flag of it. */
  Cell flag(Cell operand) {
    return surroundings.flag(operand);
  }

  /** An operand that may be compared, as what this object holds if it is a field of it. */
  Cell compared(Cell operand) {
    return surroundings.held(operand).map(operand::withValue).orElse(operand);
  }

  Locks locks() {
    return locks;
  }

  Invocations invocations() {
    return surroundings.invocations();
  }

  @Override
  public Cell newValue(Type type) {
    if (type == null) {
      return Cell.EMPTY;
    }
    return type.getSort() == Type.VOID ? null : Cell.unknown(type.getClassName());
  }

  @Override
  public Cell newParameterValue(boolean isInstanceMethod, int local, Type type) {
    Cell unknown = newValue(type);
    if (isInstanceMethod && local == 0) {
      return new Cell(
          1,
          unknown.type(),
          unknown.value(),
          Place.NONE,
          new Origin(unknown.type(), Lock.THIS),
          Fact.NONE,
          -1,
          true);
    }
    return unknown.withValue(new Value.Parameter(nextParameter++, unknown.type()));
  }

  @Override
  public Cell newExceptionValue(TryCatchBlockNode handler, Frame<Cell> frame, Type exceptionType) {
    Cell caught = newValue(exceptionType);
    return MachineErrors.is(exceptionType.getClassName())
        ? caught.withPlace(Place.MACHINE_ERROR)
        : caught;
  }

  @Override
  public Cell newOperation(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return switch (opcode) {
      case Opcodes.ACONST_NULL -> Cell.NULL;
      case Opcodes.BIPUSH, Opcodes.SIPUSH ->
          Literals.number("int", ((IntInsnNode) instruction).operand);
      case Opcodes.LDC -> Literals.of(((LdcInsnNode) instruction).cst);
      case Opcodes.GETSTATIC -> readField((FieldInsnNode) instruction, true);
      case Opcodes.NEW -> {
        String type = Names.binary(((TypeInsnNode) instruction).desc);
        yield new Cell(
            1,
            type,
            new Value.Unknown(type),
            Place.NONE,
            Origin.NONE,
            Fact.NONE,
            instructions.indexOf(instruction),
            false);
      }
      default -> Literals.of(opcode);
    };
  }

  @Override
  public Cell copyOperation(AbstractInsnNode instruction, Cell cell) {
    if (!(instruction instanceof VarInsnNode variable)) {
      return cell;
    }
    return variable.getOpcode() == Opcodes.ALOAD
        ? cell.withPlace(Place.local(variable.var))
        : cell.withPlace(Place.NONE);
  }

  @Override
  public Cell unaryOperation(AbstractInsnNode instruction, Cell cell) {
    int opcode = instruction.getOpcode();
    return switch (opcode) {
      case Opcodes.INEG, Opcodes.LNEG, Opcodes.FNEG, Opcodes.DNEG ->
          Cell.unknown(PRIMITIVES.get(opcode - Opcodes.INEG));
      case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> converted(cell, "long");
      case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> converted(cell, "float");
      case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> converted(cell, "double");
      case Opcodes.L2I, Opcodes.F2I, Opcodes.D2I -> converted(cell, "int");
      case Opcodes.I2B, Opcodes.I2C, Opcodes.I2S -> converted(cell, "int");
      case Opcodes.IINC, Opcodes.ARRAYLENGTH, Opcodes.INSTANCEOF -> Cell.unknown("int");
      case Opcodes.GETFIELD -> readField((FieldInsnNode) instruction, cell.isThis());
      case Opcodes.NEWARRAY ->
          Cell.unknown(
              NEW_ARRAYS.get(((IntInsnNode) instruction).operand - Opcodes.T_BOOLEAN) + "[]");
      case Opcodes.ANEWARRAY ->
          Cell.unknown(Names.binary(((TypeInsnNode) instruction).desc) + "[]");
      case Opcodes.CHECKCAST -> cell.as(Names.binary(((TypeInsnNode) instruction).desc));
      default -> null;
    };
  }

  @Override
  public Cell binaryOperation(AbstractInsnNode instruction, Cell one, Cell other) {
    int opcode = instruction.getOpcode();
    if (opcode == Opcodes.AALOAD) {
      String array = one.type();
      return Cell.unknown(array.endsWith("[]") ? array.substring(0, array.length() - 2) : "");
    }
    if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      return Cell.unknown(ELEMENTS.get(opcode - Opcodes.IALOAD));
    }
    if (opcode >= Opcodes.IADD && opcode <= Opcodes.DREM) {
      return Cell.unknown(PRIMITIVES.get((opcode - Opcodes.IADD) % 4));
    }
    if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR) {
      return Cell.unknown(PRIMITIVES.get((opcode - Opcodes.ISHL) % 2));
    }
    return opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG ? Cell.unknown("int") : null;
  }

  @Override
  public Cell ternaryOperation(AbstractInsnNode instruction, Cell one, Cell two, Cell three) {
    return null;
  }

  @Override
  public Cell naryOperation(AbstractInsnNode instruction, List<? extends Cell> cells) {
    if (instruction instanceof MultiANewArrayInsnNode array) {
      return newValue(Type.getType(array.desc));
    }
    if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      Cell result = newValue(Type.getReturnType(dynamic.desc));
      return Functions.madeBy(dynamic, cells).map(result::withValue).orElse(result);
    }
    return result((MethodInsnNode) instruction, cells);
  }

  private Cell result(MethodInsnNode call, List<? extends Cell> operands) {
    Site site = surroundings.invocations().at(call);
    Optional<Value> equal = Comparisons.byCall(call, operands, surroundings);
    if (equal.isPresent()) {
      return site.returned().withValue(equal.get());
    }
    if (!site.isResultTold()) {
      return Comparisons.saidBy(call, site, operands)
          .map(site.returned()::withValue)
          .orElse(site.returned());
    }
    Cell result =
        site.returned()
            .withValue(
                Joins.result(
                    site.method(),
                    site.hasReceiver()
                        ? Invocations.receiverType(call, site, operands.get(0))
                        : site.method().type(),
                    site.isExact(),
                    Invocations.arguments(site.parameters(), operands),
                    site.returned().type()));
    return site.lockUse() == Site.LockUse.PASSES_ON
        ? result.withOrigin(operands.get(0).origin())
        : result;
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, Cell value, Cell expected) {}

  @Override
  public Cell merge(Cell known, Cell other) {
    return known.join(other);
  }

  /** Only a wider zero is surely still the same number as written. */
  private static Cell converted(Cell cell, String type) {
    Cell result = Cell.unknown(type);
    boolean isKept =
        cell.value() instanceof Value.Zero
            || (cell.value() instanceof Value.Constant
                && cell.type().equals("int")
                && type.equals("long"));
    return isKept ? result.withValue(cell.value()) : result;
  }

  /** A field, the same at each reading if it belongs to this object or to the class itself. */
  private Cell readField(FieldInsnNode field, boolean isOfThis) {
    Cell cell = newValue(Type.getType(field.desc));
    if (field.getOpcode() == Opcodes.GETSTATIC && Literals.isZero(field)) {
      return cell.withValue(new Value.Zero());
    }
    cell = cell.withOrigin(origin(field, cell.type()));
    if (field.getOpcode() == Opcodes.GETSTATIC && Literals.isOfItsType(field)) {
      return cell.withValue(new Value.Named(cell.type(), field.name));
    }
    if (!field.owner.equals(surroundings.owner())) {
      return cell;
    }
    if (field.getOpcode() == Opcodes.GETSTATIC
        && field.desc.equals("Z")
        && isFirstUse(field.name)) {
      return cell.withValue(isSet(field.name));
    }
    FieldValues fields = surroundings.fields();
    Cell known =
        fields.of(field.name).or(() -> fields.flag(field.name)).map(cell::withValue).orElse(cell);
    return isOfThis ? known.withPlace(Place.field(field, fields.isFinal(field.name))) : known;
  }

  /**
   * A reference's name; what an inner object calls the one around it is that one's {@code this}.
   */
  private static Origin origin(FieldInsnNode field, String type) {
    if (field.desc.length() == 1) {
      return Origin.NONE;
    }
    return field.name.startsWith(OUTER)
        ? new Origin(type, Lock.THIS)
        : new Origin(Names.binary(field.owner), field.name);
  }
}
