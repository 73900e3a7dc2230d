package dev.unclog.call;

import java.util.List;

/** What is known of an argument or a receiver where it is used. */
public sealed interface Value {
  /**
   * Nothing but its type.
   *
   * @param type the binary name of its static type, erased; empty if not even that is known
   */
  record Unknown(String type) implements Value {}

  /** The constant null. */
  record Null() implements Value {}

  /** The number zero, or a constant that stands for it, as {@code Duration.ZERO}. */
  record Zero() implements Value {}

  /**
   * A constant other than zero.
   *
   * @param text as it would be written, without quotes
   */
  record Constant(String text) implements Value {}

  /**
   * A parameter of the method, as it was given.
   *
   * @param position from 0
   * @param type the binary name of its type, erased
   */
  record Parameter(int position, String type) implements Value {}

  /**
   * A function: a lambda or a method reference.
   *
   * @param body the method that is run when the function is called: a method of its own for a
   *     lambda
   * @param interfaceType the binary name of the functional interface
   */
  record Function(MethodKey body, String interfaceType) implements Value {}

  /**
   * A new object.
   *
   * @param constructor the constructor; its type is the object's
   * @param arguments what it was given
   */
  record Made(MethodKey constructor, List<Value> arguments) implements Value {
    /** Copies the list. */
    public Made {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * One of several values.
   *
   * @param values at least two
   */
  record OneOf(List<Value> values) implements Value {
    /** Copies the list. */
    public OneOf {
      values = List.copyOf(values);
    }
  }
}
