package dev.unclog.store;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Interests;
import dev.unclog.call.MethodKey;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The facts that modules brought with them, each file read when first asked for.
 *
 * <p>A file that cannot be read is told once and passed over. One whose facts were read for other
 * names, by another version of Unclog or with other stubs, does not tell what is asked now; it is
 * passed over in silence where class files do as well. Not for use by several threads at once.
 */
public final class StoredFacts {
  /** Where a module keeps its facts, beside its classes. */
  public static final String RESOURCE = "META-INF/unclog/facts";

  private static final String SUFFIX = ".class";

  private final Interests interests;
  private final List<Path> path;
  private final Optional<JarCache> cache;
  private final Consumer<String> trouble;
  private final Map<Path, Optional<FactsFile>> filesByRoot = new HashMap<>();
  private final Map<StoredUnit, Map<MethodKey, StoredBody>> bodies = new IdentityHashMap<>();
  private final Shared shared = new Shared();
  private List<FactsFile> filesOnPath;

  /**
   * What there is to be had.
   *
   * @param interests what facts are asked for
   * @param path jars, folders and files of facts that lie elsewhere than the class files
   * @param cache what was read of jars before; empty if nothing is to be kept
   * @param trouble learns what cannot be read, and why
   */
  public StoredFacts(
      Interests interests, List<Path> path, Optional<JarCache> cache, Consumer<String> trouble) {
    this.interests = interests;
    this.path = List.copyOf(path);
    this.cache = cache;
    this.trouble = trouble;
  }

  /**
   * The facts of a body: out of the file beside its class, as long as the class file is the one
   * that they were read with; else out of a file on the path, if that holds, or if no code is at
   * hand.
   *
   * @param root the jar, as a file system, or the folder that the class file is in; empty if
   *     unknown
   * @param method the body's name
   * @param hasNoCode tells of a class whether its class file is missing, or made for compilers only
   * @return empty if class files tell more
   */
  public Optional<StoredBody> body(
      Optional<Path> root, MethodKey method, Predicate<String> hasNoCode) {
    Predicate<StoredClass> isUnchanged =
        type ->
            root.flatMap(place -> Stamp.of(classFile(place, type.name())))
                .filter(type.stamp()::equals)
                .isPresent();
    Predicate<StoredClass> isUsable = isUnchanged.or(type -> hasNoCode.test(type.name()));
    return root.flatMap(place -> filesByRoot.computeIfAbsent(place, this::beside))
        .flatMap(file -> body(file, method, isUnchanged))
        .or(
            () ->
                filesOnPath().stream()
                    .flatMap(file -> body(file, method, isUsable).stream())
                    .findFirst())
        .or(
            () ->
                root.flatMap(place -> cache.flatMap(known -> known.facts(place)))
                    .flatMap(file -> body(file, method, isUnchanged)));
  }

  /**
   * Learns what was read of a class file after all, to know it the next time.
   *
   * @param root the jar, as a file system, or the folder that the class file is in
   * @param type the class; its stamp is not looked at
   * @param facts of a body in it
   */
  public void learn(Path root, StoredClass type, BodyFacts facts) {
    cache.ifPresent(
        known ->
            Stamp.of(classFile(root, type.name()))
                .ifPresent(stamp -> known.learn(root, type.stamped(stamp), facts)));
  }

  private Optional<StoredBody> body(
      FactsFile file, MethodKey method, Predicate<StoredClass> isUsable) {
    return file.unitOf(method.type())
        .flatMap(
            unit ->
                Optional.ofNullable(bodies.computeIfAbsent(unit, this::bodies).get(method))
                    .filter(
                        body ->
                            unit.classes().stream()
                                .anyMatch(
                                    type ->
                                        type.name().equals(body.owner()) && isUsable.test(type))));
  }

  private Map<MethodKey, StoredBody> bodies(StoredUnit unit) {
    Map<MethodKey, StoredBody> read = new HashMap<>();
    try {
      for (StoredBody body : unit.bodies(shared)) {
        read.put(body.facts().method(), body);
      }
    } catch (BadFactsException e) {
      trouble.accept("the facts of " + unit.outermost() + ": " + e.getMessage());
    }
    return read;
  }

  private Optional<FactsFile> beside(Path root) {
    // A version of Unclog that asks for other names is no trouble: class files tell it the same.
    return read(root.resolve(RESOURCE)).filter(file -> file.isFor(interests));
  }

  private List<FactsFile> filesOnPath() {
    if (filesOnPath == null) {
      filesOnPath = new ArrayList<>();
      for (Path part : path) {
        onPath(part)
            .filter(
                file -> {
                  if (!file.isFor(interests)) {
                    trouble.accept(
                        part + ": they were read by another version of Unclog, or for other stubs");
                  }
                  return file.isFor(interests);
                })
            .ifPresent(filesOnPath::add);
      }
    }
    return filesOnPath;
  }

  private Optional<FactsFile> onPath(Path part) {
    if (Files.isDirectory(part)) {
      return read(part.resolve(RESOURCE));
    }
    if (!part.getFileName().toString().endsWith(".jar")) {
      return read(part);
    }
    try (FileSystem jar = FileSystems.newFileSystem(part)) {
      return read(jar.getPath(RESOURCE));
    } catch (IOException | RuntimeException e) {
      trouble.accept(part + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<FactsFile> read(Path file) {
    try {
      return Optional.of(FactsFile.read(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // Nothing was stored here.
    } catch (IOException e) {
      trouble.accept(name(file) + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    FileSystem files = file.getFileSystem();
    return files == FileSystems.getDefault() ? file.toString() : files + "!" + file;
  }

  /** Where a class file is. */
  private static Path classFile(Path root, String type) {
    return root.resolve(type.replace('.', '/') + SUFFIX);
  }
}
