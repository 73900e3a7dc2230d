package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;

/** Types and methods as class files describe them. */
final class Descriptors {
  private Descriptors() {}

  /** {@code (JLjava/lang/String;)V}; of a constructor, what its declaration alone tells. */
  static String of(MethodSymbol method, Types types) {
    Type erased = method.erasure(types);
    StringBuilder text = new StringBuilder("(");
    erased.getParameterTypes().forEach(parameter -> text.append(of(parameter, types)));
    return text.append(')').append(of(erased.getReturnType(), types)).toString();
  }

  private static String of(Type type, Types types) {
    Type erased = types.erasure(type);
    return switch (erased.getTag()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case CHAR -> "C";
      case SHORT -> "S";
      case INT -> "I";
      case LONG -> "J";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case ARRAY -> "[" + of(types.elemtype(erased), types);
      default -> "L" + erased.tsym.flatName().toString().replace('.', '/') + ";";
    };
  }
}
