package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This line stands for every method whose name the pattern matches; its own name and signature do
 * not count.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD})
public @interface Matching {
  /**
   * A {@link java.util.regex.Pattern} for the whole of a method's simple name.
   *
   * @return the pattern
   */
  String value();
}
