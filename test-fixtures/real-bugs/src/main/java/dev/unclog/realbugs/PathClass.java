package dev.unclog.realbugs;

/** The least that a linter must see to join the context to the blocking call. */
enum PathClass {
  /** The call stands in the context itself. */
  P0,
  /** Calls with one target, constructors and field initialisers within the module. */
  P1,
  /** Virtual calls and function values as well. */
  P2,
  /** The bytecode of dependencies as well, or the catalogue's word about them. */
  P3,
  /** No path of calls: a rule of its own. */
  P4,
  /** The other end is supplied by a user, or is not known. */
  PX;

  /** Whether following calls can be expected to get there. */
  boolean isPathOfCalls() {
    return compareTo(P4) < 0;
  }
}
