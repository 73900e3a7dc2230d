package dev.unclog.store;

import java.util.List;
import java.util.Optional;

/**
 * How a class is declared, and the class file that its facts belong to; all types by binary name.
 *
 * @param name the class
 * @param superclass what it extends; empty for {@code java.lang.Object} alone
 * @param interfaces what it implements or, as an interface, extends
 * @param isInterface whether it is an interface
 * @param isAbstract whether it has no instances of its own
 * @param isFinal whether it has no subclasses
 * @param stamp the class file's
 */
public record StoredClass(
    String name,
    Optional<String> superclass,
    List<String> interfaces,
    boolean isInterface,
    boolean isAbstract,
    boolean isFinal,
    Stamp stamp) {
  /** Copies the list. */
  public StoredClass {
    interfaces = List.copyOf(interfaces);
  }

  /**
   * The same class with the stamp of its class file.
   *
   * @param other the stamp
   * @return the class
   */
  public StoredClass stamped(Stamp other) {
    return new StoredClass(name, superclass, interfaces, isInterface, isAbstract, isFinal, other);
  }
}
