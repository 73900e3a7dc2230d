package dev.unclog.probe.weave;

import dev.unclog.probe.weave.SiteFinder.Plan;
import dev.unclog.probe.weave.SiteMethod.Surroundings;
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
  private final Plan plan;
  private Surroundings sites;
  private boolean changed;

  private ClassWeaver(
      ClassVisitor next, String hooks, List<Advice> advice, List<StandIn> standIns, Plan plan) {
    super(Opcodes.ASM9, next);
    this.hooks = hooks;
    this.advice = advice;
    this.standIns = standIns;
    this.plan = plan;
    this.changed = plan != null;
  }

  /**
   * Weaves.
   *
   * @param hooks the internal name of the class whose methods are called
   * @param plan the calls to watch, or null
   * @return the woven class file; null if nothing found its place
   */
  static byte[] weave(
      byte[] classFile, String hooks, List<Advice> advice, List<StandIn> standIns, Plan plan) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassWeaver weaver = new ClassWeaver(writer, hooks, advice, standIns, plan);
    reader.accept(weaver, 0);
    return weaver.changed ? writer.toByteArray() : null;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] types) {
    super.visit(version, access, name, signature, parent, types);
    if (plan != null) {
      sites = new Surroundings(this, plan, name, (access & Opcodes.ACC_INTERFACE) != 0);
    }
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
    method = withStandIns(method);
    return sites == null ? method : new SiteMethod(method, sites);
  }

  private MethodVisitor withStandIns(MethodVisitor method) {
    return standIns.isEmpty() ? method : new StandInMethod(method);
  }

  /** A method of ours, which the class gets beside its own. */
  MethodVisitor addMethod(String name, String descriptor) {
    return withStandIns(
        super.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            name,
            descriptor,
            null,
            null));
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
