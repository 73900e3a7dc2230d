package dev.unclog.bytecode;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.MethodKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of a class, to be made into facts method by method. */
final class ClassBodies {
  private final ClassNode declaration;
  private final Map<MethodKey, MethodNode> methods = new HashMap<>();
  private final FieldValues fields;
  private final Set<String> exact;

  private ClassBodies(ClassNode declaration) {
    this.declaration = declaration;
    this.fields = new FieldValues(declaration);
    this.exact = Calls.exactMethods(declaration);
    for (MethodNode method : declaration.methods) {
      methods.merge(
          Names.method(declaration.name, method.name, method.desc), method, ClassBodies::written);
    }
  }

  static ClassBodies read(ClassReader reader) {
    ClassNode declaration = new ClassNode();
    reader.accept(declaration, ClassReader.SKIP_FRAMES);
    return new ClassBodies(declaration);
  }

  /** A bridge has the key of the method it leads to if their parameters are the same. */
  private static MethodNode written(MethodNode one, MethodNode other) {
    return (one.access & Opcodes.ACC_SYNTHETIC) == 0 ? one : other;
  }

  Optional<BodyFacts> read(MethodKey key, Set<String> beforeNames) {
    return Optional.ofNullable(methods.get(key))
        .map(
            method ->
                new BodyFacts(
                    key,
                    declaration.sourceFile == null ? "" : declaration.sourceFile,
                    nature(method),
                    new Calls(
                            declaration.name,
                            exact,
                            method,
                            Flow.of(declaration.name, method, fields, beforeNames))
                        .list()));
  }

  /** Whether there are methods that should have code, and no code. */
  boolean isBodiless() {
    return declaration.methods.stream()
        .anyMatch(
            method -> nature(method) == BodyFacts.Nature.CODE && method.instructions.size() == 0);
  }

  private static BodyFacts.Nature nature(MethodNode method) {
    if ((method.access & Opcodes.ACC_NATIVE) != 0) {
      return BodyFacts.Nature.NATIVE;
    }
    return (method.access & Opcodes.ACC_ABSTRACT) != 0
        ? BodyFacts.Nature.ABSTRACT
        : BodyFacts.Nature.CODE;
  }
}
