package dev.unclog.call;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known of an argument or a receiver where it is used. */
public sealed interface Value {
  /**
   * Nothing but its type.
   *
   * @param type the binary name of its static type, erased; empty if not even that is known
   */
  record Unknown(String type) implements Value {}

  /**
   * The object whose method the body is.
   *
   * @param type the binary name of the class in which the body stands
   */
  record This(String type) implements Value {}

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
   * A static field that holds an object of the class that declares it, as constants of an enum do.
   *
   * @param type the binary name of that class
   * @param name the field's name
   */
  record Named(String type, String name) implements Value {}

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
   * @param receiver what a bound method reference is bound to; {@link Null} for any other function
   * @param captured the first arguments of the body, which the function brings with it; those that
   *     it is called with follow. What a lambda takes along from around it is such an argument, as
   *     far as it is a parameter there
   */
  record Function(MethodKey body, String interfaceType, Value receiver, List<Value> captured)
      implements Value {
    /** Copies the list. */
    public Function {
      captured = List.copyOf(captured);
    }

    /**
     * A function that brings nothing.
     *
     * @param body the method that is run
     * @param interfaceType the binary name of the functional interface
     */
    public Function(MethodKey body, String interfaceType) {
      this(body, interfaceType, new Null(), List.of());
    }
  }

  /**
   * What a method returned.
   *
   * @param method the method, in the type that declares it as far as that is known
   * @param receiverType the binary name of the type through which it was called
   * @param isExact whether exactly this method was run
   * @param arguments what it was given; results of other methods among them are unknown
   * @param type the binary name of its static type, erased
   */
  record Result(
      MethodKey method, String receiverType, boolean isExact, List<Value> arguments, String type)
      implements Value {
    /** Copies the list. */
    public Result {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * What a field of type {@code boolean} holds: one that each object is made with, and keeps.
   *
   * @param type the binary name of the class that declares it
   * @param name its name
   */
  record Flag(String type, String name) implements Value {}

  /**
   * Whether a field is set: one that is set by who finds it unset.
   *
   * @param type the binary name of the class that declares it
   * @param field its name
   * @param isForGood whether that happens once in a process: the field is static and never unset
   */
  record IsSet(String type, String field, boolean isForGood) implements Value {}

  /**
   * What an object holds.
   *
   * @param of {@link This} or a {@link Parameter}
   * @param type the binary name of the class that declares the member
   * @param member a private or final field's name; or that of a method without parameters, with
   *     {@code ()} behind it, which may well return such a field
   * @param held the binary name of the type of what is held, erased
   */
  record Held(Value of, String type, String member, String held) implements Value {
    private static final String CALL = "()";

    /**
     * What a method says.
     *
     * @param of the object
     * @param method a method without parameters
     * @param held the type of what it returns
     * @return what that is known by
     */
    public static Held saidBy(Value of, MethodKey method, String held) {
      return new Held(of, method.type(), method.name() + CALL, held);
    }

    /**
     * The method that is asked.
     *
     * @param type the class that declares a member
     * @param member its name
     * @return empty if it is a field
     */
    public static Optional<MethodKey> method(String type, String member) {
      return member.endsWith(CALL)
          ? Optional.of(
              new MethodKey(type, member.substring(0, member.length() - CALL.length()), List.of()))
          : Optional.empty();
    }
  }

  /**
   * Whether something is a constant, or one of several.
   *
   * @param tested a {@link Parameter}; not one of an array type, since a caller may leave that to
   *     the compiler; or what an object holds
   * @param constant {@link Null}, {@link Named}; of a number or a text {@link Zero} or a {@link
   *     Constant}; or several of those as {@link OneOf}
   */
  record Equals(Value tested, Value constant) implements Value {
    /** Which of more constants than these it is, is not worth knowing. */
    public static final int MOST = 16;

    /**
     * Whether something is one of some constants.
     *
     * @param tested what is tested
     * @param constants what it may be
     * @return empty if there is none of them, or too many
     */
    public static Optional<Value> any(Value tested, Collection<Value> constants) {
      if (constants.isEmpty() || constants.size() > MOST) {
        return Optional.empty();
      }
      return Optional.of(
          new Equals(
              tested,
              constants.size() == 1
                  ? constants.iterator().next()
                  : new OneOf(List.copyOf(constants))));
    }
  }

  /**
   * The opposite of a truth value.
   *
   * @param value a parameter, a result, a flag, whether a field is set, or whether something is a
   *     constant
   */
  record Not(Value value) implements Value {}

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
