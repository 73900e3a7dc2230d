package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.unclog.bytecode.ClassFacts;
import dev.unclog.bytecode.ClassHeader;
import dev.unclog.bytecode.MethodHeader;
import dev.unclog.bytecode.UnreadableClassException;
import dev.unclog.call.Assigned;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.store.Stamp;
import dev.unclog.store.StoredBody;
import dev.unclog.store.StoredClass;
import dev.unclog.store.StoredFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * The facts of bodies that the compiler has as class files: what was stored of them where they were
 * compiled, else what the class file says, which is read when first asked about.
 */
final class ClassFileBodies {
  private final Callees callees;
  private final JavaFileManager files;
  private final Interests interests;
  private final StoredFacts stored;
  private final Consumer<String> unreadable;
  private final Map<String, Optional<ClassFacts>> classes = new HashMap<>();
  private final Map<MethodKey, Optional<BodyFacts>> bodies = new HashMap<>();
  private final Map<MethodKey, String> functionNames = new HashMap<>();

  /**
   * Bodies on a compiler's class path.
   *
   * @param files the compiler's
   * @param interests what the facts are to tell of
   * @param stored what was read before
   * @param unreadable learns of class files that are damaged or too new
   */
  ClassFileBodies(
      Callees callees,
      JavaFileManager files,
      Interests interests,
      StoredFacts stored,
      Consumer<String> unreadable) {
    this.callees = callees;
    this.files = files;
    this.interests = interests;
    this.stored = stored;
    this.unreadable = unreadable;
  }

  /** Facts of a method, or of a function's body under the name that other facts give it. */
  Optional<BodyFacts> of(MethodKey method) {
    Optional<BodyFacts> known = bodies.get(method);
    if (known == null) {
      known = classFile(method.type()).flatMap(file -> read(method, file));
      bodies.put(method, known);
    }
    return known;
  }

  /** The bodies that take a lock, of the class in whose code it is named. */
  List<BodyFacts> holders(Lock lock) {
    return classFile(lock.type()).flatMap(file -> facts(lock.type(), file)).stream()
        .flatMap(facts -> facts.header().methods().stream())
        .flatMap(method -> of(method.key()).stream())
        .filter(facts -> facts.locks().contains(lock))
        .toList();
  }

  /** All bodies of a class. */
  List<BodyFacts> all(String type) {
    return classFile(type).flatMap(file -> facts(type, file)).stream()
        .flatMap(facts -> facts.header().methods().stream())
        .map(MethodHeader::key)
        .flatMap(key -> of(key).stream())
        .toList();
  }

  /**
   * All that a field of objects is assigned; empty if that is unknown, or others of the same nest
   * assign it.
   */
  Optional<List<Assigned>> writes(VarSymbol field) {
    String type = NameTexts.of(field.enclClass().flatName());
    String name = NameTexts.of(field.name);
    Optional<ClassFacts> own = factsOf(type);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    String host = own.get().nestHost();
    List<String> nest =
        new ArrayList<>(factsOf(host).map(ClassFacts::nestMembers).orElse(List.of()));
    nest.add(host);
    nest.remove(type);
    for (String other : nest) {
      if (factsOf(other).filter(facts -> !facts.assigns(type, name)).isEmpty()) {
        return Optional.empty();
      }
    }
    return own.get().writes(name);
  }

  private Optional<ClassFacts> factsOf(String type) {
    return classFile(type).flatMap(file -> facts(type, file));
  }

  /**
   * Where a class file is: the root of its jar, as a file system, or the folder that packages are
   * folders of.
   */
  Optional<Path> root(ClassSymbol type) {
    String name = NameTexts.of(type.flatName());
    return classFile(name).flatMap(file -> root(name, file));
  }

  /** A function by the body that it is written in; empty if nothing is stored of it. */
  Optional<String> nameOfFunction(MethodKey key) {
    of(key);
    return Optional.ofNullable(functionNames.get(key));
  }

  private Optional<BodyFacts> read(MethodKey method, JavaFileObject file) {
    Optional<Path> root = root(method.type(), file);
    Optional<StoredBody> body = stored.body(root, method, this::hasNoCode);
    if (body.isPresent()) {
      functionNames.put(method, body.get().shownAs());
      return body.map(StoredBody::facts);
    }
    Optional<ClassFacts> classFacts =
        facts(method.type(), file).filter(facts -> !facts.isBodiless());
    Optional<BodyFacts> read = classFacts.flatMap(facts -> facts.body(method, interests));
    if (read.isPresent() && root.isPresent()) {
      stored.learn(root.get(), declaration(classFacts.get().header()), read.get());
    }
    return read;
  }

  private static StoredClass declaration(ClassHeader header) {
    return new StoredClass(
        header.name(),
        header.superclass(),
        header.interfaces(),
        header.isInterface(),
        header.isAbstract(),
        header.isFinal(),
        Stamp.NONE);
  }

  /** A class without a file has none, nor has one that was made for compilers to read only. */
  private boolean hasNoCode(String type) {
    Optional<JavaFileObject> file = classFile(type);
    return file.isEmpty() || facts(type, file.get()).filter(ClassFacts::isBodiless).isPresent();
  }

  private Optional<JavaFileObject> classFile(String type) {
    return callees
        .type(type)
        .filter(symbol -> !Jdk.has(symbol))
        .map((ClassSymbol symbol) -> symbol.classfile)
        .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS);
  }

  private Optional<ClassFacts> facts(String type, JavaFileObject file) {
    return classes.computeIfAbsent(type, key -> read(file));
  }

  private Optional<ClassFacts> read(JavaFileObject file) {
    try (InputStream stream = file.openInputStream()) {
      return Optional.of(ClassFacts.read(stream.readAllBytes()));
    } catch (IOException | UnreadableClassException e) {
      unreadable.accept(file.getName() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The jar or folder that a class file is in: above the folders that are its package. */
  private Optional<Path> root(String type, JavaFileObject file) {
    if (!(files instanceof StandardJavaFileManager standard)) {
      return Optional.empty();
    }
    try {
      Path root = standard.asPath(file).toAbsolutePath().getParent();
      for (int i = type.indexOf('.'); i >= 0 && root != null; i = type.indexOf('.', i + 1)) {
        root = root.getParent();
      }
      return Optional.ofNullable(root);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // A file that is in no file system.
    }
  }
}
