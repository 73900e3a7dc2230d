package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside a word that says that code, or the functions given to it, run cooperatively: mostly they
 * do, but it depends on what cannot be seen here. What blocks there is told as possible.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Possibly {}
