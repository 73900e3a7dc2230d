package dev.unclog.call;

import java.util.Set;

/** Methods of which it is certain that what they return is not null. */
public final class NeverNull {
  private static final Set<String> OF_OPTIONAL = Set.of("get", "orElseThrow");

  private NeverNull() {}

  /**
   * Whether a method never returns null.
   *
   * @param type the binary name of the type that declares it
   * @param method its simple name
   * @return false if that is not known
   */
  public static boolean is(String type, String method) {
    return OF_OPTIONAL.contains(method) && type.equals("java.util.Optional");
  }

  /**
   * Whether a value is what such a method returned.
   *
   * @param value any
   * @return false if that is not known
   */
  public static boolean is(Value value) {
    return value instanceof Value.Result result
        && is(result.method().type(), result.method().name());
  }
}
