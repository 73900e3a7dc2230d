package dev.unclog.probe.weave;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves advice, and calls that stand in for others, into one class. */
final class ClassWeaver extends ClassVisitor {
  private static final int WITHOUT_BODY = Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT;

  private final String hooks;
  private final List<Advice> advice;
  private final List<StandIn> standIns;
  private boolean changed;

  private ClassWeaver(
      ClassVisitor next, String hooks, List<Advice> advice, List<StandIn> standIns) {
    super(Opcodes.ASM9, next);
    this.hooks = hooks;
    this.advice = advice;
    this.standIns = standIns;
  }

  /**
   * Weaves.
   *
   * @param hooks the internal name of the class whose methods are called
   * @return the woven class file; null if nothing found its place
   */
  static byte[] weave(byte[] classFile, String hooks, List<Advice> advice, List<StandIn> standIns) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassWeaver weaver = new ClassWeaver(writer, hooks, advice, standIns);
    reader.accept(weaver, 0);
    return weaver.changed ? writer.toByteArray() : null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
    if ((access & WITHOUT_BODY) != 0) {
      return method;
    }
    for (Advice one : advice) {
      if (one.fits(name, descriptor)) {
        method = new AdviceMethod(method, hooks, one);
        changed = true;
      }
    }
    return standIns.isEmpty() ? method : new StandInMethod(method);
  }

  /** Calls what stands in. */
  private final class StandInMethod extends MethodVisitor {
    StandInMethod(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      for (StandIn standIn : standIns) {
        if (standIn.replaces(owner, name, descriptor)) {
          changed = true;
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, standIn.by(), name, standIn.descriptor(opcode, owner), false);
          return;
        }
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }
}
