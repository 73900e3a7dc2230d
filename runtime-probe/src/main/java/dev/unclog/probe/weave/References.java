package dev.unclog.probe.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Method references, which call where nobody can weave. In the place of the method itself they are
 * given one that makes the call and can be woven, as if they had been written as functions.
 */
final class References {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final int FUNCTION = 1;
  private static final int INSTANTIATED_TYPE = 2;

  private References() {}

  /** The method that is made a function of; null where it is none, or has to keep its name. */
  static Handle functionOf(Handle bootstrap, Object[] arguments) {
    // What may be written out is read in again by the method's name: the other factory's.
    return bootstrap.getOwner().equals(FACTORY) && bootstrap.getName().equals("metafactory")
        ? (Handle) arguments[FUNCTION]
        : null;
  }

  /** The arguments with another function. */
  static Object[] with(Handle function, Object[] arguments) {
    Object[] changed = arguments.clone();
    changed[FUNCTION] = function;
    return changed;
  }

  /**
   * A method that makes the call.
   *
   * @param type the class that it is to be in
   * @param isInterface whether that is an interface
   * @param name its name
   * @param captured the descriptor of what makes the function: what it takes along
   */
  static Handle bridge(
      String type, boolean isInterface, String name, String captured, Object[] arguments) {
    Handle function = (Handle) arguments[FUNCTION];
    Type[] parameters = Type.getArgumentTypes(function.getDesc());
    String descriptor;
    switch (function.getTag()) {
      case Opcodes.H_INVOKESTATIC -> descriptor = function.getDesc();
      case Opcodes.H_NEWINVOKESPECIAL ->
          descriptor =
              Type.getMethodDescriptor(Type.getObjectType(function.getOwner()), parameters);
      default ->
          descriptor =
              "("
                  + receiver(captured, (Type) arguments[INSTANTIATED_TYPE]).getDescriptor()
                  + function.getDesc().substring(1);
    }
    return new Handle(Opcodes.H_INVOKESTATIC, type, name, descriptor, isInterface);
  }

  private static Type receiver(String captured, Type instantiated) {
    Type[] taken = Type.getArgumentTypes(captured);
    return taken.length > 0 ? taken[0] : instantiated.getArgumentTypes()[0];
  }

  /** Writes that method. */
  static void write(MethodVisitor method, Handle bridge, Handle function, int number, int line) {
    method.visitCode();
    Label start = new Label();
    method.visitLabel(start);
    method.visitLineNumber(line, start);
    boolean isNew = function.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (isNew) {
      method.visitTypeInsn(Opcodes.NEW, function.getOwner());
      method.visitInsn(Opcodes.DUP);
    }
    int slot = 0;
    for (Type parameter : Type.getArgumentTypes(bridge.getDesc())) {
      method.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
      slot += parameter.getSize();
    }
    SiteMethod.enter(method, number, slot);
    method.visitMethodInsn(
        opcode(function),
        function.getOwner(),
        function.getName(),
        function.getDesc(),
        function.isInterface());
    SiteMethod.exit(method, number, slot);
    method.visitInsn(Type.getReturnType(bridge.getDesc()).getOpcode(Opcodes.IRETURN));
    method.visitMaxs(slot + 5, slot + 2);
    method.visitEnd();
  }

  private static int opcode(Handle function) {
    return switch (function.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      default -> Opcodes.INVOKESPECIAL;
    };
  }
}
