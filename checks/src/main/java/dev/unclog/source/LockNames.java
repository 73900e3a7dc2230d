package dev.unclog.source;

import dev.unclog.call.Lock;

/** What people call a lock. */
final class LockNames {
  private LockNames() {}

  /** {@code the monitor of Store}, {@code Store.lock}, {@code a bin of Store.cache}. */
  static String name(Lock lock) {
    String type = Signatures.simple(lock.type());
    String name =
        switch (lock.name()) {
          case Lock.THIS -> type;
          case Lock.CLASS -> type + ".class";
          default -> lock.isLocal() ? local(lock.name()) : type + "." + lock.name();
        };
    return switch (lock.kind()) {
      case MONITOR -> "the monitor of " + name;
      case LOCK -> name;
      case MAP -> "a bin of " + name;
    };
  }

  private static String local(String name) {
    return "'" + name.substring(1, name.length() - 1) + "'";
  }
}
