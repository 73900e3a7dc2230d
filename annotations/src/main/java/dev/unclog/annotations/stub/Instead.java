package dev.unclog.annotations.stub;

import dev.unclog.annotations.Blocking;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What to use instead where a certain library is at hand, before the general answer of {@link
 * Blocking#instead()}.
 */
@Repeatable(Instead.List.class)
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Instead {
  /**
   * The library, by the beginning of its package names.
   *
   * @return a package name, as {@code io.vertx}
   */
  String near();

  /**
   * What to use.
   *
   * @return a phrase that ends the sentence "instead: "
   */
  String use();

  /** Several of them. */
  @Retention(RetentionPolicy.SOURCE)
  @Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
  @interface List {
    /**
     * The single ones.
     *
     * @return in the order written
     */
    Instead[] value();
  }
}
