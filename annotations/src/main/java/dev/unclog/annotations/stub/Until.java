package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first version of the JDK or the library that has this member no more, or in which the line no
 * longer holds.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Until {
  /**
   * The version.
   *
   * @return as the library writes it; for the JDK, the feature release
   */
  String value();
}
