package dev.unclog.summary;

/** What a parameter of a body must be for a way from there to be real. */
public sealed interface Premise {
  /**
   * Which parameter.
   *
   * @return its position, from 0
   */
  int parameter();

  /**
   * A truth value that a branch found.
   *
   * @param parameter its position
   * @param value what it must be
   */
  record Is(int parameter, boolean value) implements Premise {}

  /**
   * A time to wait, or a number of things to wait for, that is not zero.
   *
   * @param parameter its position
   */
  record NotZero(int parameter) implements Premise {}

  /**
   * A stream, reader or the like that itself blocks.
   *
   * @param parameter its position
   */
  record Blocks(int parameter) implements Premise {}
}
