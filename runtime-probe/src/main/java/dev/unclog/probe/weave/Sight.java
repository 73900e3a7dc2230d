package dev.unclog.probe.weave;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Tells whether a class loader's classes can call the hooks. One that does not ask the boot loader
 * for foreign packages, as in OSGi, cannot: its classes stay as they are rather than break.
 */
final class Sight {
  private final Class<?> hooks;
  private final Map<ClassLoader, Boolean> known = Collections.synchronizedMap(new WeakHashMap<>());

  Sight(Class<?> hooks) {
    this.hooks = hooks;
  }

  boolean reaches(ClassLoader loader) {
    Boolean reaches = known.get(loader);
    if (reaches == null) {
      reaches = look(loader);
      known.put(loader, reaches);
    }
    return reaches;
  }

  private boolean look(ClassLoader loader) {
    if (loader == ClassLoader.getSystemClassLoader()
        || loader == ClassLoader.getPlatformClassLoader()) {
      return true;
    }
    try {
      return Class.forName(hooks.getName(), false, loader) == hooks;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return false;
    }
  }
}
