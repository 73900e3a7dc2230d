package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which library a stub file describes, and where its entries were last resolved. It stands once,
 * before the first {@code package} line.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Library {
  /**
   * The name that reports and {@code unclog explain} use.
   *
   * @return a name, as the library's users say it
   */
  String name();

  /**
   * What every entry without {@link Since} or {@link Until} was found in.
   *
   * @return {@code group:artifact:version}, with {@code :jar:classifier} before the version if need
   *     be, or {@code jdk:17} for a JDK; entries that need several artifacts of one release name
   *     them joined by {@code +}
   */
  String[] checkedAgainst() default {};
}
