package dev.unclog.weaving;

import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where a function is made.
 *
 * @param type the interface that it implements
 * @param method the method of that interface
 * @param erased the types of that method
 * @param captured what the function takes along
 * @param body the method that it runs
 */
record FunctionSite(Type type, String method, Type erased, List<Type> captured, Handle body) {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  /** Whether an instruction makes a function, and one that is nothing else besides. */
  static boolean is(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsm.getOwner().equals(FACTORY) && dynamic.bsm.getName().equals("metafactory");
  }

  static FunctionSite of(InvokeDynamicInsnNode dynamic) {
    return new FunctionSite(
        Type.getReturnType(dynamic.desc),
        dynamic.name,
        (Type) dynamic.bsmArgs[0],
        List.of(Type.getArgumentTypes(dynamic.desc)),
        (Handle) dynamic.bsmArgs[1]);
  }

  /** The method of the interface by name and types. */
  String signature() {
    return method + erased.getDescriptor();
  }

  /**
   * Writes the call of the body, and the return of what it gives.
   *
   * @param code a method of the interface, in a class that has what was captured in fields
   */
  void run(MethodNode code, String owner) {
    int kind = body.getTag();
    boolean makes = kind == Opcodes.H_NEWINVOKESPECIAL;
    if (makes) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    Type[] wanted = wanted(kind);
    for (int i = 0; i < captured.size(); i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(
          Opcodes.GETFIELD, owner, FunctionClass.captured(i), Conversions.OBJECT.getDescriptor());
      Conversions.convert(code, Conversions.OBJECT, wanted[i]);
    }
    int local = 1;
    Type[] given = erased.getArgumentTypes();
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
      local += given[i].getSize();
      Conversions.convert(code, given[i], wanted[captured.size() + i]);
    }
    code.visitMethodInsn(
        opcode(kind), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    Type result = makes ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    Conversions.convert(code, result, erased.getReturnType());
    code.visitInsn(erased.getReturnType().getOpcode(Opcodes.IRETURN));
  }

  /** What the body is given, its own object included. */
  private Type[] wanted(int kind) {
    Type[] parameters = Type.getArgumentTypes(body.getDesc());
    if (kind == Opcodes.H_INVOKESTATIC || kind == Opcodes.H_NEWINVOKESPECIAL) {
      return parameters;
    }
    Type[] wanted = new Type[parameters.length + 1];
    wanted[0] = Type.getObjectType(body.getOwner());
    System.arraycopy(parameters, 0, wanted, 1, parameters.length);
    return wanted;
  }

  private int opcode(int kind) {
    return switch (kind) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      // Also of a private method, to which a class of the nest has no other way.
      default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    };
  }
}
