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
   * @param parameter its position; {@link #THIS} for the object whose body it is
   * @param member what the object that the parameter is must hold, by class and name as in {@link
   *     Value.Held}; null where it is about the parameter itself
   * @param constant what it was compared to
   * @param answer whether it must be that, or something else
   */
  record Equals(int parameter, Member member, Value constant, boolean answer)
      implements OfParameter {
    /** In the place of a parameter's position. */
    public static final int THIS = -1;

    /** The same of another parameter. */
    Equals of(int other) {
      return new Equals(other, member, constant, answer);
    }

    /** The same of something that an object holds. */
    Equals of(Value.Held held) {
      int object = held.of() instanceof Value.Parameter parameter ? parameter.position() : THIS;
      return new Equals(object, new Member(held.type(), held.member()), constant, answer);
    }
  }

  /**
   * A member of a class.
   *
   * @param type the binary name of the class
   * @param name as in {@link Value.Held}
   */
  record Member(String type, String name) {}

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
