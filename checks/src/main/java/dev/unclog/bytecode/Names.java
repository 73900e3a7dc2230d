package dev.unclog.bytecode;

import dev.unclog.call.MethodKey;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;

/** From the names of class files to those of facts. */
final class Names {
  private Names() {}

  /** {@code java/util/Map$Entry} or {@code [I}, as instructions name owners, by binary name. */
  static String binary(String internal) {
    return internal.startsWith("[")
        ? Type.getType(internal).getClassName()
        : internal.replace('/', '.');
  }

  static MethodKey method(String owner, String name, String descriptor) {
    return new MethodKey(binary(owner), name, parameters(descriptor));
  }

  static List<String> parameters(String descriptor) {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.add(type.getClassName());
    }
    return names;
  }
}
