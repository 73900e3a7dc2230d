package dev.unclog.cli.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type of the running JDK with its supertypes. No class of anybody else's is loaded, and none of
 * the JDK's is initialised.
 */
public final class Hierarchy {
  private final List<String> types;
  private final Optional<Class<?>> loaded;

  private Hierarchy(List<String> types, Optional<Class<?>> loaded) {
    this.types = types;
    this.loaded = loaded;
  }

  /**
   * Looks a type up.
   *
   * @param type its binary name
   * @return the type, and its supertypes if it is the JDK's
   */
  public static Hierarchy of(String type) {
    try {
      Class<?> start = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
      Set<String> names = new LinkedHashSet<>();
      List<Class<?>> open = new ArrayList<>(List.of(start));
      while (!open.isEmpty()) {
        Class<?> next = open.remove(0);
        if (names.add(next.getName())) {
          Optional.ofNullable(next.getSuperclass()).ifPresent(open::add);
          open.addAll(Arrays.asList(next.getInterfaces()));
        }
      }
      return new Hierarchy(List.copyOf(names), Optional.of(start));
    } catch (ClassNotFoundException | LinkageError e) {
      return new Hierarchy(List.of(type), Optional.empty());
    }
  }

  /**
   * The type and its supertypes.
   *
   * @return binary names, the nearer before the farther; the type alone if it is not the JDK's
   */
  public List<String> types() {
    return types;
  }

  /** Whether the type is the JDK's, so that its supertypes are known. */
  boolean isAtHand() {
    return loaded.isPresent();
  }

  /** Whether the type has a public method of a name; empty if the type is not at hand. */
  Optional<Boolean> hasMethod(String name) {
    return loaded.map(
        type -> Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals(name)));
  }
}
