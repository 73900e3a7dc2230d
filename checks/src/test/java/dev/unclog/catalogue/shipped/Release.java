package dev.unclog.catalogue.shipped;

import dev.unclog.catalogue.Callee;
import dev.unclog.catalogue.shipped.TypeFile.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One release of a library or of the JDK: its types, as whoever compiles against it sees them. */
final class Release {
  private static final String OBJECT = "java.lang.Object";

  private final String product;
  private final String version;
  private final ClassFiles own;
  private final ClassFiles all;
  private final Map<String, Optional<TypeFile>> types = new HashMap<>();
  private final Map<String, Collection<Method>> methods = new HashMap<>();

  /**
   * A release.
   *
   * @param product what has versions: {@code jdk}, or coordinates without theirs
   * @param version the version
   * @param own what it consists of
   * @param needed where types are found that its own extend and implement
   */
  Release(String product, String version, ClassFiles own, ClassFiles needed) {
    this.product = product;
    this.version = version;
    this.own = own;
    this.all = own.or(needed);
  }

  /** What this is a release of. */
  String product() {
    return product;
  }

  /** Which one it is. */
  String version() {
    return version;
  }

  /** Whether a type is the release's own. */
  boolean has(String binaryName) {
    try {
      return own.find(path(binaryName)).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + binaryName + " in " + this, e);
    }
  }

  /** Whether a package, or one below it, is the release's own. */
  boolean hasPackage(String name) {
    try {
      return own.hasFolder(name.replace('.', '/') + "/");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + name + " in " + this, e);
    }
  }

  private Optional<TypeFile> type(String binaryName) {
    return types.computeIfAbsent(binaryName, this::read);
  }

  private Optional<TypeFile> read(String binaryName) {
    try {
      return all.find(path(binaryName)).map(TypeFile::read);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + binaryName + " of " + this, e);
    }
  }

  private static String path(String binaryName) {
    return binaryName.replace('.', '/') + ".class";
  }

  /**
   * The methods that a type declares or inherits, each as declared nearest, and its constructors.
   */
  Collection<Method> methods(String binaryName) {
    Collection<Method> known = methods.get(binaryName);
    if (known == null) {
      known = collect(binaryName);
      methods.put(binaryName, known);
    }
    return known;
  }

  private Collection<Method> collect(String binaryName) {
    Map<List<Object>, Method> found = new LinkedHashMap<>();
    Set<List<Object>> hidden = new HashSet<>();
    for (TypeFile each : withSupertypes(binaryName)) {
      boolean inherited = !each.name().equals(binaryName);
      for (Method method : each.methods()) {
        boolean staysBehind =
            method.name().equals(Callee.CONSTRUCTOR) || (each.isInterface() && method.isStatic());
        if (inherited && staysBehind) {
          continue;
        }
        List<Object> signature = List.of(method.name(), method.parameterTypes());
        if (method.isBridge()) {
          // Overrides what a supertype declares; the method that it leads to stands beside it.
          hidden.add(signature);
        } else if (!hidden.contains(signature)) {
          found.putIfAbsent(signature, method);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** What to look types of Java up in, for libraries. */
  ClassFiles classFiles() {
    return own;
  }

  /** Whether a type declares or inherits a field. */
  boolean hasField(String binaryName, String field) {
    return withSupertypes(binaryName).stream().anyMatch(each -> each.fields().contains(field));
  }

  /** A type and what it extends and implements, the nearer first; an interface has no Object. */
  private List<TypeFile> withSupertypes(String binaryName) {
    Optional<TypeFile> type = type(binaryName);
    if (type.isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    addWithSupertypes(binaryName, names);
    if (type.get().isInterface()) {
      names.remove(OBJECT);
    }
    List<TypeFile> all = new ArrayList<>();
    names.forEach(name -> type(name).ifPresent(all::add));
    return all;
  }

  private void addWithSupertypes(String binaryName, Set<String> names) {
    if (names.add(binaryName)) {
      type(binaryName)
          .ifPresent(type -> type.supertypes().forEach(each -> addWithSupertypes(each, names)));
    }
  }

  @Override
  public String toString() {
    return product + ":" + version;
  }
}
