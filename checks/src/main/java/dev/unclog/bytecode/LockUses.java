package dev.unclog.bytecode;

import dev.unclog.bytecode.Site.LockUse;
import dev.unclog.call.LockMethods;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The methods of the JDK that take, release or wait with locks. */
final class LockUses {
  private static final String PACKAGE = "java/util/concurrent/locks/";

  private LockUses() {}

  /**
   * What a call does to locks.
   *
   * @param around the class that it stands in, which may be a lock itself
   */
  static LockUse of(MethodInsnNode call, ClassNode around) {
    if (call.getOpcode() == Opcodes.INVOKESTATIC || call.name.equals("<init>")) {
      return LockUse.NONE;
    }
    boolean isOwn =
        call.owner.equals(around.name)
            && around.superName != null
            && around.superName.startsWith(PACKAGE);
    if (isOwn || call.owner.startsWith(PACKAGE)) {
      return ofPackage(call);
    }
    if (call.name.equals("wait") && call.getOpcode() == Opcodes.INVOKEVIRTUAL) {
      return LockUse.WAITS_ON_MONITOR;
    }
    return LockMethods.computes(call.name) ? LockUse.MAY_RUN_UNDER_MAP : LockUse.NONE;
  }

  private static LockUse ofPackage(MethodInsnNode call) {
    if (call.desc.equals("()J")) {
      return LockMethods.givesStamp(call.name) ? LockUse.TAKES : LockUse.NONE;
    }
    if (call.desc.equals("(J)V") && call.name.startsWith("unlock")) {
      return LockUse.RELEASES;
    }
    if (call.name.startsWith("await")) {
      return LockUse.WAITS_ON_CONDITION;
    }
    if (call.desc.startsWith("()L" + PACKAGE)) {
      return LockUse.PASSES_ON;
    }
    if (call.name.equals("tryLock") && call.desc.endsWith(")Z")) {
      return LockUse.TRIES;
    }
    if (!call.desc.equals("()V")) {
      return LockUse.NONE;
    }
    return switch (call.name) {
      case "lock", "lockInterruptibly" -> LockUse.TAKES;
      case "unlock" -> LockUse.RELEASES;
      default -> LockUse.NONE;
    };
  }
}
