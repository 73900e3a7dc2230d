package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This line stands for every method whose name the pattern matches; its own name and signature do
 * not count. What every object has, as {@code toString}, is never meant. Of several such lines in a
 * type the first that matches counts, so exceptions go before the rule.
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

  /**
   * Whether methods are meant as well that subtypes add and this type knows nothing of: the calls
   * of a generated client, the queries of a repository.
   *
   * @return false if the line is about the type's own methods and those that override them
   */
  boolean addedBySubtypes() default false;
}
