package dev.unclog.probe.weave;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a call before a method's body and one after it, in try and finally.
 *
 * <p>It needs no local variable, so that it computes no frames: the one it adds, at its handler,
 * stands last and has no locals at all.
 */
final class AdviceMethod extends MethodVisitor {
  private final String hooks;
  private final Advice advice;
  private final Label start = new Label();
  private final Label handler = new Label();

  AdviceMethod(MethodVisitor next, String hooks, Advice advice) {
    super(Opcodes.ASM9, next);
    this.hooks = hooks;
    this.advice = advice;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    switch (advice.argument()) {
      case NONE -> {}
      case THIS -> super.visitVarInsn(Opcodes.ALOAD, 0);
      case FIRST_LONG_OF_STATIC -> super.visitVarInsn(Opcodes.LLOAD, 0);
      case FIRST_LONG -> super.visitVarInsn(Opcodes.LLOAD, 1);
      case SECOND_LONG -> super.visitVarInsn(Opcodes.LLOAD, 2);
    }
    if (advice.number() >= 0) {
      super.visitIntInsn(Opcodes.SIPUSH, advice.number());
    }
    call(advice.before(), advice.beforeDescriptor());
    super.visitLabel(start);
  }

  @Override
  public void visitInsn(int opcode) {
    if (advice.after() != null && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      call(advice.after(), "()V");
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (advice.after() != null) {
      super.visitTryCatchBlock(start, handler, handler, null);
      super.visitLabel(handler);
      super.visitFrame(Opcodes.F_FULL, 0, null, 1, new Object[] {"java/lang/Throwable"});
      call(advice.after(), "()V");
      super.visitInsn(Opcodes.ATHROW);
    }
    super.visitMaxs(Math.max(maxStack, 3), maxLocals);
  }

  private void call(String method, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, hooks, method, descriptor, false);
  }
}
