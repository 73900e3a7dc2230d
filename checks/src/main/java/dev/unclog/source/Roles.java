package dev.unclog.source;

import java.util.Optional;

/** Knows what becomes of functions where they are given. */
interface Roles {
  /** Nothing is known: every function is a body of its own. */
  Roles UNKNOWN = (call, argument, inside, body) -> Optional.empty();

  /**
   * What becomes of a function.
   *
   * @param call what it is given to
   * @param argument its position there
   * @param inside what becomes of the function around the call; empty if nothing is known
   * @param body the body that makes the call
   */
  Optional<FunctionRoles.Role> of(
      TreeCall call, int argument, Optional<FunctionRoles.Role> inside, Body body);
}
