package dev.unclog.bytecode;

import dev.unclog.call.NeverNull;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the instructions of a class call, and how. */
final class Invocations {
  /** Of these packages themselves hardly a type holds any code that its user has written. */
  private static final Set<String> PLAIN = Set.of("java.lang", "java.util");

  private static final String FUNCTION = "java.lang.Runnable";

  private final ClassNode declaration;
  private final String owner;

  /** The simple names of methods whose answers facts tell of. */
  private final Set<String> asked;

  /** Name and descriptor of the methods that the class declares and nobody overrides. */
  private final Set<String> exact = new HashSet<>();

  /** An instruction is run several times over, and its descriptor read once. */
  private final Map<MethodInsnNode, Site> sites = new IdentityHashMap<>();

  Invocations(ClassNode declaration, Set<String> asked) {
    this.declaration = declaration;
    this.owner = declaration.name;
    this.asked = asked;
    for (MethodNode method : declaration.methods) {
      int flags = method.access | (declaration.access & Opcodes.ACC_FINAL);
      if ((flags & (Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)) != 0
          && (flags & Opcodes.ACC_ABSTRACT) == 0) {
        exact.add(method.name + method.desc);
      }
    }
  }

  Site at(MethodInsnNode call) {
    Site known = sites.get(call);
    if (known == null) {
      known = read(call);
      sites.put(call, known);
    }
    return known;
  }

  private Site read(MethodInsnNode call) {
    Type returned = Type.getReturnType(call.desc);
    String type = returned.getClassName();
    Site.LockUse lockUse = LockUses.of(call, declaration);
    return new Site(
        Names.method(call.owner, call.name, call.desc),
        List.of(Type.getArgumentTypes(call.desc)),
        isExact(call),
        call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("<init>"),
        returned.getSort() == Type.VOID ? Cell.EMPTY : Cell.unknown(type),
        returned.getSort() == Type.BOOLEAN
            ? asked.contains(call.name) || lockUse == Site.LockUse.TRIES
            : returned.getSort() == Type.OBJECT
                && (mayHoldCode(type) || NeverNull.is(Names.binary(call.owner), call.name)),
        lockUse);
  }

  private boolean isExact(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC
        || call.getOpcode() == Opcodes.INVOKESPECIAL
        || (call.owner.equals(owner) && exact.contains(call.name + call.desc));
  }

  /** Functions, executors and whatever else may be asked to run something. */
  private static boolean mayHoldCode(String type) {
    return type.equals(FUNCTION)
        || !PLAIN.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
  }

  /**
   * The type through which a method is called. What flows here may have a narrower type than the
   * one the call names: compilers write no cast to a supertype.
   */
  static String receiverType(MethodInsnNode call, Site site, Cell receiver) {
    String type =
        receiver.value() instanceof Value.Made made ? made.constructor().type() : receiver.type();
    boolean isNarrower =
        call.getOpcode() != Opcodes.INVOKESPECIAL
            && !type.isEmpty()
            && !type.endsWith("[]")
            && !type.equals(Cell.NULL_TYPE)
            && !type.equals("java.lang.Object");
    return isNarrower ? type : site.method().type();
  }

  /** What parameters of these types are given, by the last of some operands. */
  static List<Value> arguments(List<Type> types, List<? extends Cell> operands) {
    int first = operands.size() - types.size();
    List<Value> arguments = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      arguments.add(Literals.as(types.get(i), operands.get(first + i).value()));
    }
    return arguments;
  }
}
