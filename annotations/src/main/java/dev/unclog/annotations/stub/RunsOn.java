package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The function given here runs on an executor or scheduler, which decides whether it may block. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.PARAMETER})
public @interface RunsOn {
  /**
   * Where the executor comes from.
   *
   * @return the name of another parameter, or {@code this}
   */
  String value();
}
