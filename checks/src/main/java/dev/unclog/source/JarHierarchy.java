package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.unclog.bytecode.DirectSubtypes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.tools.JavaFileObject;

/**
 * Which classes extend or implement a type within the jar or folder that holds the type. Those in
 * other jars are not looked for: that would mean to read every jar there is.
 */
final class JarHierarchy {
  private static final String CLASS_SUFFIX = ".class";

  /** A type with more subtypes than this is everybody's, and who is meant cannot be told. */
  private static final int MOST_SUBTYPES = 50;

  private final Callees callees;
  private final Consumer<String> unreadable;
  private final Map<Path, DirectSubtypes> places = new HashMap<>();
  private final Map<ClassSymbol, List<ClassSymbol>> known = new HashMap<>();

  JarHierarchy(Callees callees, Consumer<String> unreadable) {
    this.callees = callees;
    this.unreadable = unreadable;
  }

  /** All of them, however far down; none if there are too many, or the type is none of a jar's. */
  List<ClassSymbol> below(ClassSymbol type) {
    List<ClassSymbol> below = known.get(type);
    if (below == null) {
      below = place(type).map(place -> below(type, place)).orElse(List.of());
      known.put(type, below);
    }
    return below;
  }

  private List<ClassSymbol> below(ClassSymbol type, Path place) {
    DirectSubtypes subtypes = places.computeIfAbsent(place, DirectSubtypes::in);
    Set<String> names = new LinkedHashSet<>();
    Deque<String> above = new ArrayDeque<>(List.of(type.flatName().toString()));
    try {
      while (!above.isEmpty()) {
        for (String name : subtypes.of(above.poll())) {
          if (names.add(name)) {
            above.add(name);
          }
        }
        if (names.size() > MOST_SUBTYPES) {
          return List.of();
        }
      }
    } catch (IOException e) {
      unreadable.accept(place.getFileName() + ": " + e.getMessage());
      return List.of();
    }
    List<ClassSymbol> found = new ArrayList<>();
    names.forEach(name -> callees.type(name).ifPresent(found::add));
    return found;
  }

  /** The jar, or the folder that packages are folders of. */
  static Optional<Path> place(ClassSymbol type) {
    JavaFileObject file = type.classfile;
    if (file == null || file.getKind() != JavaFileObject.Kind.CLASS) {
      return Optional.empty();
    }
    try {
      return place(file.toUri(), type.flatName().toString());
    } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
      return Optional.empty(); // In memory, or wherever a file manager of its own keeps it.
    }
  }

  private static Optional<Path> place(URI uri, String binaryName) {
    String text = uri.toString();
    if (text.startsWith("jar:")) {
      Path jar = Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))));
      return Optional.of(jar).filter(Files::isRegularFile);
    }
    String inside = "/" + binaryName.replace('.', '/') + CLASS_SUFFIX;
    if (!"file".equals(uri.getScheme()) || !uri.getPath().endsWith(inside)) {
      return Optional.empty();
    }
    Path folder = Path.of(uri);
    for (int i = 0; i < Path.of(inside).getNameCount(); i++) {
      folder = folder.getParent();
    }
    return Optional.of(folder).filter(Files::isDirectory);
  }
}
