package dev.unclog.probe.weave;

import dev.unclog.probe.weave.SiteFinder.Plan;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a call before those that are watched, and one behind them. When a call began is kept in a
 * variable that no frame mentions, since no jump leads between the two.
 */
final class SiteMethod extends MethodVisitor {
  private static final String COUNTS = "dev/unclog/probe/boot/SiteCounts";

  private static final int NONE = -1;

  private final Surroundings around;
  private int line;
  private int room;

  /** The class that is woven, as far as it goes. */
  static final class Surroundings {
    private final ClassWeaver into;
    private final Plan plan;
    private final String type;
    private final boolean isInterface;
    private int instruction;

    Surroundings(ClassWeaver into, Plan plan, String type, boolean isInterface) {
      this.into = into;
      this.plan = plan;
      this.type = type;
      this.isInterface = isInterface;
    }
  }

  SiteMethod(MethodVisitor next, Surroundings around) {
    super(Opcodes.ASM9, next);
    this.around = around;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    line = number;
    super.visitLineNumber(number, start);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    int number = begin();
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    end(number);
  }

  @Override
  public void visitInsn(int opcode) {
    int number = opcode == Opcodes.MONITORENTER ? begin() : NONE;
    super.visitInsn(opcode);
    end(number);
  }

  /** Before an instruction that {@link SiteFinder} counted. */
  private int begin() {
    Integer number = around.plan.numbers().get(around.instruction);
    if (number != null) {
      room = around.plan.room().get(around.instruction);
      enter(mv, number, room);
    }
    around.instruction++;
    return number == null ? NONE : number;
  }

  private void end(int number) {
    if (number != NONE) {
      exit(mv, number, room);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Integer number = around.plan.numbers().get(around.instruction++);
    Handle function = References.functionOf(bootstrap, arguments);
    if (number == null || function == null) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      return;
    }
    Handle bridge =
        References.bridge(
            around.type, around.isInterface, "lambda$unclog$" + number, descriptor, arguments);
    References.write(
        around.into.addMethod(bridge.getName(), bridge.getDesc()), bridge, function, number, line);
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, References.with(bridge, arguments));
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + 3, maxLocals + 2);
  }

  static void enter(MethodVisitor method, int number, int room) {
    method.visitLdcInsn(number);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTS, "enter", "(I)J", false);
    method.visitVarInsn(Opcodes.LSTORE, room);
  }

  static void exit(MethodVisitor method, int number, int room) {
    method.visitVarInsn(Opcodes.LLOAD, room);
    method.visitLdcInsn(number);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTS, "exit", "(JI)V", false);
  }
}
