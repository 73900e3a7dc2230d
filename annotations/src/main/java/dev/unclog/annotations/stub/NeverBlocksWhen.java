package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A blocking call that does not block under a condition. Several conditions are alternatives.
 *
 * <p>On a parameter: {@link #zero()}, {@link #literalAddress()}. On a method: {@link #checked()},
 * {@link #configured()}, {@link #from()}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.PARAMETER})
public @interface NeverBlocksWhen {
  /**
   * The argument is the constant zero: a timeout that does not wait.
   *
   * @return whether that is so
   */
  boolean zero() default false;

  /**
   * The argument is a constant that writes an IP address out, or is null or empty, for which
   * nothing is looked up.
   *
   * @return whether that is so
   */
  boolean literalAddress() default false;

  /**
   * One of these methods, without parameters, was found true on the same receiver before. Of a
   * static method the first argument is asked about, by {@code isDone} alone.
   *
   * @return method names, as {@code isDone}
   */
  String[] checked() default {};

  /**
   * This call was made on the same receiver before.
   *
   * @return a call with a constant argument, as {@code configureBlocking(false)}
   */
  String configured() default "";

  /**
   * The receiver is what one of these methods of its type returned, and so has what is asked for.
   *
   * @return method names, as {@code getLocalHost}
   */
  String[] from() default {};
}
