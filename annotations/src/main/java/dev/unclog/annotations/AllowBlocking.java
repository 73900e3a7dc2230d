package dev.unclog.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Blocking in this code is known and trusted not to matter.
 *
 * <p>It covers what is <em>written</em> inside the annotated declaration: its body with all lambdas
 * and all local, anonymous and member classes in it, wherever those run later. It is a cut for
 * callers as well: who calls an annotated method is not charged with its blocking. The compiler
 * checks analyse such code all the same and leave out the report; the run-time probe honours it by
 * the same rule, which is why it is kept in class files.
 *
 * <p>Where it suppresses nothing, {@code UnneededAllowBlocking} says so.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface AllowBlocking {
  /**
   * Why blocking does not matter here, for the next reader.
   *
   * @return a sentence; an empty one is an error
   */
  String reason();

  /**
   * The kinds of blocking allowed.
   *
   * @return the kinds; none stands for all
   */
  BlockingKind[] kinds() default {};
}
