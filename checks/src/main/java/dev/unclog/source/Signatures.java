package dev.unclog.source;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.MethodKey;
import dev.unclog.catalogue.Callee;
import java.util.ArrayList;
import java.util.List;

/** Names of types and methods, as the catalogue and as people write them. */
final class Signatures {
  private Signatures() {}

  /** The erased binary name: {@code int}, {@code java.util.Map$Entry}, {@code byte[]}. */
  static String erased(Type type, Types types) {
    // A class keeps its name when it is erased, and most types are classes.
    return type.hasTag(TypeTag.CLASS) && !type.isCompound()
        ? NameTexts.of(type.tsym.flatName())
        : name(types.erasure(type), types);
  }

  private static String name(Type erasure, Types types) {
    return erasure.hasTag(TypeTag.ARRAY)
        ? name(types.elemtype(erasure), types) + "[]"
        : NameTexts.of(erasure.tsym.flatName());
  }

  /** The erased parameter types of a method as declared. */
  static List<String> erasedParameters(MethodSymbol method, Types types) {
    List<String> names = new ArrayList<>();
    for (Type parameter : types.erasure(method.type).getParameterTypes()) {
      names.add(name(parameter, types));
    }
    return names;
  }

  /** Whether others implement a method. To javac, default methods are abstract too. */
  static boolean hasNoBody(MethodSymbol method) {
    return (method.flags() & Flags.ABSTRACT) != 0 && !method.isDefault();
  }

  /** Whether a method has a body, as its declaration tells: it is not looked for. */
  static boolean hasCode(MethodSymbol method) {
    return !hasNoBody(method) && (method.flags() & Flags.NATIVE) == 0;
  }

  /** A method by name. */
  static MethodKey key(MethodSymbol method, Types types) {
    return new MethodKey(
        NameTexts.of(method.owner.flatName()),
        NameTexts.of(method.name),
        erasedParameters(method, types));
  }

  /** {@code java.lang.Thread#sleep(long)}: what reports and fingerprints call a method. */
  static String full(MethodSymbol method, Types types) {
    return key(method, types).toString();
  }

  /** {@code Thread.sleep(long)}, {@code new FileReader(File)}: what a message calls a method. */
  static String brief(MethodSymbol method, Types types) {
    return brief(key(method, types));
  }

  /** {@code Thread.sleep(long)}, {@code new FileReader(File)}: what a message calls a method. */
  static String brief(MethodKey method) {
    StringBuilder text = new StringBuilder();
    if (method.name().equals(Callee.CONSTRUCTOR)) {
      text.append("new ").append(simple(method.type()));
    } else {
      text.append(simple(method.type())).append('.').append(method.name());
    }
    text.append('(');
    String separator = "";
    for (String parameter : method.parameterTypes()) {
      text.append(separator).append(simple(parameter));
      separator = ", ";
    }
    return text.append(')').toString();
  }

  /** The last part of a binary name; of a class without a name, all but the package. */
  static String simple(String binaryName) {
    String last =
        binaryName.substring(
            Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
    boolean hasName = last.isEmpty() || !Character.isDigit(last.charAt(0));
    return hasName ? last : binaryName.substring(binaryName.lastIndexOf('.') + 1);
  }

  /** A class as people write it; an anonymous one by what it is made from. */
  static String simple(ClassSymbol type, Types types) {
    if (!type.name.isEmpty()) {
      return NameTexts.of(type.name);
    }
    List<Type> interfaces = types.interfaces(type.type);
    Type made = interfaces.isEmpty() ? types.supertype(type.type) : interfaces.get(0);
    return "anonymous " + made.tsym.name;
  }
}
