package dev.unclog.bytecode;

import java.util.List;
import java.util.Optional;

/**
 * How a class file declares its class; all types by binary name.
 *
 * @param name the class
 * @param superclass what it extends; empty for {@code java.lang.Object} and modules alone
 * @param interfaces what it implements or, as an interface, extends
 * @param permittedSubclasses the only direct subtypes of a sealed class; empty for any other
 * @param isInterface whether it is an interface
 * @param isAbstract whether it has no instances of its own
 * @param isFinal whether it has no subclasses
 * @param sourceFile the simple name of the file it was compiled from; empty if not told
 * @param methods its methods and constructors, as ordered in the file; the static initialiser is
 *     not among them
 */
public record ClassHeader(
    String name,
    Optional<String> superclass,
    List<String> interfaces,
    List<String> permittedSubclasses,
    boolean isInterface,
    boolean isAbstract,
    boolean isFinal,
    String sourceFile,
    List<MethodHeader> methods) {
  /** Copies the lists. */
  public ClassHeader {
    interfaces = List.copyOf(interfaces);
    permittedSubclasses = List.copyOf(permittedSubclasses);
    methods = List.copyOf(methods);
  }
}
