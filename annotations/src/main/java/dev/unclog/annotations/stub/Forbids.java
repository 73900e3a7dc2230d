package dev.unclog.annotations.stub;

import dev.unclog.annotations.BlockingKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Narrows {@link dev.unclog.annotations.Cooperative}: only these kinds are forbidden here. A
 * virtual thread may wait for a peer; an event loop may not.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface Forbids {
  /**
   * What must not happen here.
   *
   * @return the kinds
   */
  BlockingKind[] value();
}
