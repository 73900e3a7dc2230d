package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operator that moves part of its chain to another thread. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD})
public @interface Hop {
  /**
   * Which part moves.
   *
   * @return the direction
   */
  Governs governs();

  /**
   * Where the part moves to.
   *
   * @return the name of the parameter that takes the executor or scheduler; empty if the operator
   *     itself is one
   */
  String on() default "";
}
