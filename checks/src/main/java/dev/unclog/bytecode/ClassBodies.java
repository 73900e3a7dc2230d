package dev.unclog.bytecode;

import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of a class, to be made into facts method by method. */
final class ClassBodies {
  private final ClassNode declaration;
  private final Map<MethodKey, MethodNode> methods = new HashMap<>();
  private Surroundings surroundings;

  private ClassBodies(ClassNode declaration) {
    this.declaration = declaration;
    this.surroundings = new Surroundings(declaration, Interests.NONE);
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

  Optional<BodyFacts> read(MethodKey key, Interests interests) {
    MethodNode method = methods.get(key);
    if (method == null) {
      return Optional.empty();
    }
    // What fields hold depends on what is asked about; it is asked once, as a rule.
    if (!surroundings.interests().equals(interests)) {
      surroundings = new Surroundings(declaration, interests);
    }
    String sourceFile = declaration.sourceFile == null ? "" : declaration.sourceFile;
    return Optional.of(BodyReader.read(key, sourceFile, method, surroundings));
  }

  /** What a field of this object is assigned; empty if that cannot be followed. */
  Optional<List<Assigned>> writes(String field) {
    return new Writes(declaration, surroundings).of(field);
  }

  boolean assigns(String type, String field) {
    return Writes.areIn(declaration, type.replace('.', '/'), field);
  }

  String nestHost() {
    return Names.binary(
        declaration.nestHostClass == null ? declaration.name : declaration.nestHostClass);
  }

  List<String> nestMembers() {
    return declaration.nestMembers == null
        ? List.of()
        : declaration.nestMembers.stream().map(Names::binary).toList();
  }

  /** Whether there are methods that should have code, and no code. */
  boolean isBodiless() {
    return declaration.methods.stream()
        .anyMatch(
            method ->
                (method.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) == 0
                    && method.instructions.size() == 0);
  }
}
