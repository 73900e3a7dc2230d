package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.unclog.bytecode.DirectSubtypes;
import dev.unclog.store.JarCache;
import dev.unclog.store.Subtypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which classes extend or implement a type within the jar or folder that holds the type. Those in
 * other jars are not looked for: that would mean to read every jar there is.
 */
final class JarHierarchy {
  /** A type with more subtypes than this is everybody's, and who is meant cannot be told. */
  private static final int MOST_SUBTYPES = 50;

  private final Callees callees;
  private final ClassFileBodies files;
  private final Optional<JarCache> cache;
  private final Consumer<String> unreadable;
  private final Map<Path, Subtypes> places = new HashMap<>();
  private final Map<ClassSymbol, List<String>> known = new HashMap<>();

  JarHierarchy(
      Callees callees,
      ClassFileBodies files,
      Optional<JarCache> cache,
      Consumer<String> unreadable) {
    this.callees = callees;
    this.files = files;
    this.cache = cache;
    this.unreadable = unreadable;
  }

  /**
   * All of them, however far down; none if there are too many, or the type is none of a jar's. Each
   * has the compiler read a class file when it is come to.
   */
  Iterable<ClassSymbol> below(ClassSymbol type) {
    List<String> names = known.get(type);
    if (names == null) {
      names = files.root(type).map(root -> below(type, root)).orElse(List.of());
      known.put(type, names);
    }
    List<String> below = names;
    return () -> below.stream().flatMap(name -> callees.type(name).stream()).iterator();
  }

  private List<String> below(ClassSymbol type, Path root) {
    Set<String> names = new LinkedHashSet<>();
    Deque<String> above = new ArrayDeque<>(List.of(NameTexts.of(type.flatName())));
    try {
      Subtypes subtypes = index(root);
      while (!above.isEmpty()) {
        for (String name : subtypes.of(above.poll())) {
          if (names.add(name)) {
            above.add(name);
          }
        }
        if (names.size() > MOST_SUBTYPES) {
          break;
        }
      }
    } catch (IOException e) {
      unreadable.accept(root + ": " + e.getMessage());
      return List.of();
    }
    return names.size() > MOST_SUBTYPES ? List.of() : List.copyOf(names);
  }

  /** The index of a jar or folder, made by an earlier compilation if there was one. */
  private Subtypes index(Path root) throws IOException {
    Subtypes known = places.get(root);
    if (known == null) {
      Optional<Subtypes> before = cache.flatMap(all -> all.subtypes(root));
      known = before.isPresent() ? before.get() : read(root);
      places.put(root, known);
    }
    return known;
  }

  private Subtypes read(Path root) throws IOException {
    DirectSubtypes read = DirectSubtypes.in(Jars.place(root));
    Subtypes subtypes = Subtypes.of(read.all(), read.isWhole());
    cache.ifPresent(all -> all.learn(root, subtypes));
    return subtypes;
  }
}
