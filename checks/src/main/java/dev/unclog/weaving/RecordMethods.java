package dev.unclog.weaving;

import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes out the equality that records come with. */
final class RecordMethods {
  private static final String FACTORY = "java/lang/runtime/ObjectMethods";

  private RecordMethods() {}

  /** Replaces the two methods of a record that maps call; false if it has written its own. */
  static boolean replace(ClassNode type) {
    boolean isReplaced = false;
    for (MethodNode method : type.methods) {
      boolean isEquals = method.name.equals("equals");
      if (isLinked(method) && (isEquals || method.name.equals("hashCode"))) {
        MethodNode plain =
            new MethodNode(method.access, method.name, method.desc, method.signature, null);
        List<FieldNode> fields =
            type.fields.stream().filter(field -> (field.access & Opcodes.ACC_STATIC) == 0).toList();
        if (isEquals) {
          equality(plain, type.name, fields);
        } else {
          hash(plain, type.name, fields);
        }
        method.instructions = plain.instructions;
        method.localVariables = null;
        isReplaced = true;
      }
    }
    return isReplaced;
  }

  private static boolean isLinked(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof InvokeDynamicInsnNode dynamic
          && dynamic.bsm.getOwner().equals(FACTORY)) {
        return true;
      }
    }
    return false;
  }

  /** The same number as the JVM's: the order of sets must not depend on this. */
  private static void hash(MethodNode code, String owner, List<FieldNode> fields) {
    code.visitInsn(Opcodes.ICONST_0);
    for (FieldNode field : fields) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, owner, field.name, field.desc);
      Type type = Type.getType(field.desc);
      boolean isPrimitive = Conversions.isPrimitive(type);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(isPrimitive ? Conversions.boxOf(type) : Objects.class),
          "hashCode",
          Type.getMethodDescriptor(Type.INT_TYPE, isPrimitive ? type : Conversions.OBJECT),
          /* isInterface= */ false);
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  private static void equality(MethodNode code, String owner, List<FieldNode> fields) {
    Label differs = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    code.visitJumpInsn(Opcodes.IFEQ, differs);
    for (FieldNode field : fields) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      value(code, owner, field);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, owner);
      value(code, owner, field);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(Objects.class),
          "equals",
          Type.getMethodDescriptor(Type.BOOLEAN_TYPE, Conversions.OBJECT, Conversions.OBJECT),
          /* isInterface= */ false);
      code.visitJumpInsn(Opcodes.IFEQ, differs);
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(differs);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  /** A field as an object: few records have numbers, and small ones are boxed already. */
  private static void value(MethodNode code, String owner, FieldNode field) {
    code.visitFieldInsn(Opcodes.GETFIELD, owner, field.name, field.desc);
    Conversions.convert(code, Type.getType(field.desc), Conversions.OBJECT);
  }
}
