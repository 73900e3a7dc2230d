package dev.unclog.weaving;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns what is on the stack into a value of another type. */
final class Conversions {
  static final Type OBJECT = Type.getType(Object.class);

  private Conversions() {}

  /** Writes what a function's parameters and results need on their way through its interface. */
  static void convert(MethodVisitor code, Type from, Type to) {
    if (to.getSort() == Type.VOID) {
      if (from.getSort() != Type.VOID) {
        code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
    } else if (isPrimitive(from) && isPrimitive(to)) {
      if (!from.equals(to)) {
        throw new IllegalStateException("no way is known from " + from + " to " + to);
      }
    } else if (isPrimitive(from)) {
      box(code, from);
    } else if (isPrimitive(to)) {
      unbox(code, to);
    } else if (!to.equals(OBJECT) && !to.equals(from)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  static void box(MethodVisitor code, Type primitive) {
    Type box = Type.getType(boxOf(primitive));
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        box.getInternalName(),
        "valueOf",
        Type.getMethodDescriptor(box, primitive),
        /* isInterface= */ false);
  }

  private static void unbox(MethodVisitor code, Type primitive) {
    String box = Type.getInternalName(boxOf(primitive));
    code.visitTypeInsn(Opcodes.CHECKCAST, box);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        box,
        primitive.getClassName() + "Value",
        Type.getMethodDescriptor(primitive),
        /* isInterface= */ false);
  }

  static boolean isPrimitive(Type type) {
    return type.getSort() >= Type.BOOLEAN && type.getSort() <= Type.DOUBLE;
  }

  static Class<?> boxOf(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> Boolean.class;
      case Type.CHAR -> Character.class;
      case Type.BYTE -> Byte.class;
      case Type.SHORT -> Short.class;
      case Type.INT -> Integer.class;
      case Type.FLOAT -> Float.class;
      case Type.LONG -> Long.class;
      default -> Double.class;
    };
  }
}
