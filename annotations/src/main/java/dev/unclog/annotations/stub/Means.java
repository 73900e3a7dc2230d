package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an annotation of another project says, in the words of this one. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.ANNOTATION_TYPE})
public @interface Means {
  /**
   * What code says that carries the annotation.
   *
   * @return one meaning or several
   */
  Meaning[] value();
}
