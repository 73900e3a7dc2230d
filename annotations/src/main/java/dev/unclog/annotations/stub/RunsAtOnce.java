package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The function given here runs before the call returns, on the thread that calls. */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.PARAMETER})
public @interface RunsAtOnce {}
