package dev.unclog.probe.weave;

import java.util.HashSet;
import java.util.Set;

/**
 * What a type hands on of being cooperative.
 *
 * @param members whether its named member types are cooperative as it is
 * @param methods the methods, name and descriptor, whose overrides are cooperative
 */
record Cooperation(boolean members, Set<String> methods) {
  static final Cooperation NONE = new Cooperation(false, Set.of());

  boolean isNone() {
    return !members && methods.isEmpty();
  }

  /** What overrides inherit from all of these. */
  static Set<String> methodsOf(Iterable<Cooperation> parents) {
    Set<String> methods = Set.of();
    for (Cooperation parent : parents) {
      if (methods.isEmpty()) {
        methods = parent.methods();
      } else if (!parent.methods().isEmpty()) {
        methods = new HashSet<>(methods);
        methods.addAll(parent.methods());
      }
    }
    return methods;
  }
}
