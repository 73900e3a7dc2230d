package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells whether the thread it is asked on is a hub, one that must not block. Where code has been
 * answered that it is not, it may block.
 *
 * <p>Only the other answer counts: on a hub it is always {@link #onHub()}, elsewhere it may be
 * either. That a loop's own {@code inEventLoop()} is false on another loop is passed over: who asks
 * it means the question.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD})
public @interface ChecksHub {
  /**
   * What it answers on a hub.
   *
   * @return false if it asks whether blocking is allowed
   */
  boolean onHub() default true;
}
