package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This line stands for every method beside which the same type has another of its name and a
 * suffix, as {@code get} beside {@code getAsync}; its own name and signature do not count.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD})
public @interface WithAsyncSibling {
  /**
   * What the sibling adds to the name.
   *
   * @return the suffix
   */
  String suffix() default "Async";
}
