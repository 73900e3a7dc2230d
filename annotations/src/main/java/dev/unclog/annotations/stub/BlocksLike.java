package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is given here decides. On a method's parameter: the call blocks if reading or writing the
 * argument does. On a constructor's: the object made blocks as the argument does, as a buffered
 * stream around another.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.PARAMETER})
public @interface BlocksLike {}
