package dev.unclog.probe.weave;

import org.objectweb.asm.Opcodes;

/**
 * A static method to call in place of one that has no Java body and so cannot be woven.
 *
 * @param owner the replaced method's class
 * @param method the name of both
 * @param replaced the replaced method's descriptor
 * @param by the class of the method that stands in
 */
public record StandIn(String owner, String method, String replaced, String by) {
  boolean replaces(String calledOwner, String name, String descriptor) {
    return method.equals(name) && replaced.equals(descriptor) && owner.equals(calledOwner);
  }

  /** An instance method's receiver becomes the first parameter. */
  String descriptor(int opcode, String calledOwner) {
    return opcode == Opcodes.INVOKESTATIC
        ? replaced
        : "(L" + calledOwner + ";" + replaced.substring(1);
  }
}
