package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of the same type that takes the same arguments and can stand in the blocking one's place
 * as it is: offered as a fix that a compiler can apply.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD})
public @interface DropIn {
  /**
   * What to call.
   *
   * @return the method's simple name
   */
  String value();
}
