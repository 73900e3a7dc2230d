package dev.unclog.bytecode;

import dev.unclog.call.Lock;
import dev.unclog.call.Value;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;

/** Constants that instructions name. */
final class Literals {
  private Literals() {}

  /** What an {@code LDC} pushes. */
  static Cell of(Object constant) {
    if (constant instanceof Integer number) {
      return number("int", number);
    }
    if (constant instanceof Long number) {
      return number("long", number);
    }
    if (constant instanceof Float number) {
      return number("float", number);
    }
    if (constant instanceof Double number) {
      return number("double", number);
    }
    if (constant instanceof String text) {
      return Cell.of(1, "java.lang.String", new Value.Constant(text));
    }
    if (constant instanceof Type type && type.getSort() != Type.METHOD) {
      String name = type.getClassName();
      return Cell.of(1, "java.lang.Class", new Value.Constant(name + ".class"))
          .withOrigin(new Origin(name, Lock.CLASS));
    }
    return constant instanceof org.objectweb.asm.ConstantDynamic dynamic
        ? Cell.unknown(Type.getType(dynamic.getDescriptor()).getClassName())
        : Cell.unknown("");
  }

  /** What an instruction without operands pushes. */
  static Cell of(int opcode) {
    if (opcode <= Opcodes.ICONST_5) {
      return number("int", opcode - Opcodes.ICONST_0);
    }
    if (opcode <= Opcodes.LCONST_1) {
      return number("long", (long) opcode - Opcodes.LCONST_0);
    }
    return opcode <= Opcodes.FCONST_2
        ? number("float", (float) (opcode - Opcodes.FCONST_0))
        : number("double", (double) (opcode - Opcodes.DCONST_0));
  }

  static Cell number(String type, Number number) {
    Value value =
        number.doubleValue() == 0 ? new Value.Zero() : new Value.Constant(number.toString());
    return Cell.of(Cell.unknown(type).size(), type, value);
  }

  /** {@code Duration.ZERO}, {@code BigInteger.ZERO} and the like. */
  static boolean isZero(FieldInsnNode field) {
    return field.name.equals("ZERO") && isOfItsType(field);
  }

  /** Whether a field holds an object of the class that declares it. */
  static boolean isOfItsType(FieldInsnNode field) {
    return field.desc.length() == field.owner.length() + 2
        && field.desc.startsWith(field.owner, 1)
        && field.desc.charAt(0) == 'L';
  }

  /**
   * A value as a parameter takes it: instructions know no {@code boolean} and no {@code char}, and
   * use numbers.
   */
  static Value as(Type parameter, Value value) {
    if (value instanceof Value.OneOf oneOf) {
      return oneOf.values().stream()
          .map(each -> as(parameter, each))
          .reduce((one, other) -> Joins.join(one, other, parameter.getClassName()))
          .orElseThrow();
    }
    if (parameter.getSort() != Type.BOOLEAN) {
      Value number = Truths.asNumber(value);
      if (number != value) {
        return number;
      }
    }
    boolean isZero = value instanceof Value.Zero;
    if (!isZero && !(value instanceof Value.Constant)) {
      return value;
    }
    String text = isZero ? "0" : ((Value.Constant) value).text();
    if (parameter.getSort() == Type.BOOLEAN) {
      return new Value.Constant(Boolean.toString(!isZero));
    }
    if (parameter.getSort() == Type.CHAR && !isZero) {
      return new Value.Constant(Character.toString(Integer.parseInt(text)));
    }
    return value;
  }
}
