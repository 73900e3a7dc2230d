package dev.unclog.annotations.stub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Code that nobody need look into: the non-blocking core of a framework. On a package it speaks of
 * the packages below it as well, on a type of the types nested in it.
 *
 * <p>It speaks of the code that is written there, and of nothing else. A call into it blocks if a
 * line says so, and otherwise does not, however the code goes about it; functions given to it have
 * the fates that lines say. What others write is followed as ever, also where it overrides or
 * implements what is declared there: {@link dev.unclog.annotations.NonBlocking} would cover that
 * too. The sources of a compilation are theirs who compile it, and entered always.
 */
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface NeverEntered {}
