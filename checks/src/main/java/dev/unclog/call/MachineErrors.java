package dev.unclog.call;

import java.util.Set;

/**
 * The errors of a virtual machine that is at its end. What is done about one is no part of what
 * code does as long as it runs, and whether it blocks matters to nobody.
 *
 * <p>A {@code LinkageError} is none of them: to catch one is how code finds out what there is.
 */
public final class MachineErrors {
  private static final Set<String> NAMES =
      Set.of(
          "java.lang.VirtualMachineError",
          "java.lang.OutOfMemoryError",
          "java.lang.StackOverflowError",
          "java.lang.InternalError",
          "java.lang.UnknownError",
          "java.lang.ThreadDeath");

  private MachineErrors() {}

  /**
   * Whether a type is one of them.
   *
   * @param type its binary name
   */
  public static boolean is(String type) {
    return NAMES.contains(type);
  }

  /**
   * Whether a method is there for such an error: it is given one.
   *
   * @param method any
   */
  public static boolean handles(MethodKey method) {
    for (String type : method.parameterTypes()) {
      if (is(type)) {
        return true;
      }
    }
    return false;
  }
}
