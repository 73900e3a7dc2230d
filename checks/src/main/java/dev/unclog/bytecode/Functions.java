package dev.unclog.bytecode;

import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Lambdas and method references, which instructions make through a factory of the JDK. */
final class Functions {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  /** How the compilers of Java name the method that they make of a lambda. */
  private static final String LAMBDA = "lambda$";

  private Functions() {}

  /**
   * The function that an instruction makes.
   *
   * @param operands what the function takes along
   * @return empty if it makes something else
   */
  static Optional<Value> madeBy(InvokeDynamicInsnNode instruction, List<? extends Cell> operands) {
    if (!instruction.bsm.getOwner().equals(FACTORY)
        || instruction.bsmArgs.length < 2
        || !(instruction.bsmArgs[1] instanceof Handle body)) {
      return Optional.empty();
    }
    MethodKey key = Names.method(body.getOwner(), body.getName(), body.getDesc());
    String type = Type.getReturnType(instruction.desc).getClassName();
    List<Value> along =
        Invocations.arguments(List.of(Type.getArgumentTypes(instruction.desc)), operands);
    if (along.isEmpty() || isWithoutReceiver(body)) {
      return Optional.of(Joins.function(key, type, new Value.Null(), along));
    }
    // A lambda's own object is not what it is called on, but a part of how it is compiled.
    Value receiver = body.getName().startsWith(LAMBDA) ? new Value.Null() : along.get(0);
    return Optional.of(Joins.function(key, type, receiver, along.subList(1, along.size())));
  }

  private static boolean isWithoutReceiver(Handle body) {
    return body.getTag() == Opcodes.H_INVOKESTATIC || body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
  }
}
