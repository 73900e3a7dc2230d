package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A thread that is of this type must not block: what its {@code run} does is cooperative. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE})
public @interface MarksThreads {}
