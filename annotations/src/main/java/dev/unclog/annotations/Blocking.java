package dev.unclog.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calling this may block the caller.
 *
 * <p>On a type it stands for each of the members written in it that carry no verdict of their own.
 * Methods that override a blocking one are taken to block as well, unless they are marked {@link
 * NonBlocking}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Blocking {
  /**
   * What the caller waits for.
   *
   * @return the kind; {@link BlockingKind#WAIT} is the general word
   */
  BlockingKind kind() default BlockingKind.WAIT;

  /**
   * What to call instead, as it will stand in the message after "instead: ".
   *
   * @return a phrase; empty if there is nothing better than another thread
   */
  String instead() default "";

  /**
   * How sure it is.
   *
   * @return which check reports it, if any
   */
  Severity severity() default Severity.ERROR;
}
