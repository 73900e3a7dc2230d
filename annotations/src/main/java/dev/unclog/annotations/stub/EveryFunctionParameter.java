package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What becomes of every function given to any parameter of this method, or of any method of this
 * type.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface EveryFunctionParameter {
  /**
   * What becomes of the function.
   *
   * @return its fate
   */
  FunctionFate value();
}
