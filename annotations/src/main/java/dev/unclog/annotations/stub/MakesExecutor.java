package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The executor or scheduler that this makes, or is. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface MakesExecutor {
  /**
   * What the executor's threads may do.
   *
   * @return the nature of the threads
   */
  ExecutorNature value();
}
