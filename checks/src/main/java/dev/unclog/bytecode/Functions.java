package dev.unclog.bytecode;

import dev.unclog.call.Value;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Lambdas and method references, which instructions make through a factory of the JDK. */
final class Functions {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private Functions() {}

  /** The function that an instruction makes; empty if it makes something else. */
  static Optional<Value> madeBy(InvokeDynamicInsnNode instruction) {
    if (!instruction.bsm.getOwner().equals(FACTORY)
        || instruction.bsmArgs.length < 2
        || !(instruction.bsmArgs[1] instanceof Handle body)) {
      return Optional.empty();
    }
    return Optional.of(
        new Value.Function(
            Names.method(body.getOwner(), body.getName(), body.getDesc()),
            Type.getReturnType(instruction.desc).getClassName()));
  }
}
