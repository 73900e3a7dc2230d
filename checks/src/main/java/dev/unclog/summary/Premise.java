package dev.unclog.summary;

import dev.unclog.call.Lock;
import dev.unclog.call.Value;

/** What must be for a way to be real: of a body's parameters, or of the program. */
public sealed interface Premise {
  /** What a parameter of a body must be for a way from there to be real. */
  sealed interface OfParameter extends Premise {
    /**
     * Which parameter.
     *
     * @return its position, from 0
     */
    int parameter();
  }

  /**
   * What a flag must be that objects are made with. It is looked up when a way depends on it: few
   * branches lead to anything that blocks.
   *
   * @param flag which
   * @param value what it must be
   */
  record Holds(Value.Flag flag, boolean value) implements Premise {}

  /**
   * That nobody has asked for something before which an object, or the program, makes when it is
   * first asked. It may be, and is not sure.
   */
  record FirstUse() implements Premise {}

  /**
   * That the thread does not hold a lock of the body's own object already: it had to wait for that
   * one where it took it first.
   *
   * @param lock which
   */
  record NotHeld(Lock lock) implements Premise {}

  /**
   * A truth value that a branch found.
   *
   * @param parameter its position
   * @param value what it must be
   */
  record Is(int parameter, boolean value) implements OfParameter {}

  /**
   * A value that a branch compared to a constant, or to several.
   *
   * @param parameter its position
   * @param constant what it was compared to
   * @param answer whether it must be that, or something else
   */
  record Equals(int parameter, Value constant, boolean answer) implements OfParameter {
    /** The same of another parameter. */
    Equals of(Value.Parameter other) {
      return new Equals(other.position(), constant, answer);
    }
  }

  /**
   * A time to wait, or a number of things to wait for, that is not zero.
   *
   * @param parameter its position
   */
  record NotZero(int parameter) implements OfParameter {}

  /**
   * A stream, reader or the like that itself blocks.
   *
   * @param parameter its position
   */
  record Blocks(int parameter) implements OfParameter {}
}
