package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.unclog.bytecode.ClassFacts;
import dev.unclog.bytecode.UnreadableClassException;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.tools.JavaFileObject;

/**
 * The facts of bodies that the compiler has as class files: a file is read when first asked about.
 */
final class ClassFileBodies {
  private final Callees callees;
  private final Set<String> guards;
  private final Consumer<String> unreadable;
  private final Map<String, Optional<ClassFacts>> classes = new HashMap<>();
  private final Map<MethodKey, Optional<BodyFacts>> bodies = new HashMap<>();

  /**
   * Bodies on a compiler's class path.
   *
   * @param guards the names of methods that matter if called before
   * @param unreadable learns of class files that are damaged or too new
   */
  ClassFileBodies(Callees callees, Set<String> guards, Consumer<String> unreadable) {
    this.callees = callees;
    this.guards = guards;
    this.unreadable = unreadable;
  }

  /** Facts of a method, or of a lambda's body under the name that the class file gives it. */
  Optional<BodyFacts> of(MethodKey method) {
    Optional<BodyFacts> known = bodies.get(method);
    if (known == null) {
      known =
          facts(method.type())
              .flatMap(facts -> facts.body(method, new Interests(guards, Set.of())));
      bodies.put(method, known);
    }
    return known;
  }

  private Optional<ClassFacts> facts(String type) {
    Optional<ClassFacts> known = classes.get(type);
    if (known == null) {
      known = callees.type(type).filter(symbol -> !Jdk.has(symbol)).flatMap(this::read);
      classes.put(type, known);
    }
    return known;
  }

  private Optional<ClassFacts> read(ClassSymbol type) {
    JavaFileObject file = type.classfile;
    if (file == null || file.getKind() != JavaFileObject.Kind.CLASS) {
      return Optional.empty();
    }
    try (InputStream stream = file.openInputStream()) {
      return Optional.of(ClassFacts.read(stream.readAllBytes()));
    } catch (IOException | UnreadableClassException e) {
      unreadable.accept(file.getName() + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
