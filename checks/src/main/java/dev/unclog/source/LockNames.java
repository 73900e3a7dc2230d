package dev.unclog.source;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.unclog.call.Lock;
import java.util.Optional;

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

  /** Whether all objects of a class share a lock that is named in its code. */
  static boolean isStatic(Lock lock, ClassSymbol type) {
    if (lock.name().equals(Lock.CLASS)) {
      return true;
    }
    return field(lock, type).filter(Symbol::isStatic).isPresent();
  }

  /** Whether no other class's code can name a lock, save that of an object that is the lock. */
  static boolean isOwn(Lock lock, ClassSymbol type) {
    return lock.name().equals(Lock.THIS) || field(lock, type).filter(Symbol::isPrivate).isPresent();
  }

  private static Optional<VarSymbol> field(Lock lock, ClassSymbol type) {
    for (Symbol member : type.members().getSymbolsByName(type.name.table.fromString(lock.name()))) {
      if (member instanceof VarSymbol field) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  private static String local(String name) {
    return "'" + name.substring(1, name.length() - 1) + "'";
  }
}
