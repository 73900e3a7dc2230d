package dev.unclog.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This code runs on a thread that others share, and must not block it.
 *
 * <ul>
 *   <li>On a <b>method</b> or <b>constructor</b>: its body. Methods that override it inherit the
 *       mark.
 *   <li>On a <b>type</b>: its methods, constructors and instance initialisers, and those of its
 *       named member types. A subtype inherits it for the methods it overrides, not for new ones.
 *       Static initialisers are left out: they run once, on whichever thread comes first.
 *   <li>On a <b>package</b>: all its types; packages beneath it are packages of their own.
 *   <li>On a <b>parameter</b> of functional type: the function given here will run cooperatively.
 * </ul>
 *
 * <p>The nearer word wins: {@link AllowBlocking}, or a framework's own word for "offload me", on a
 * method of a cooperative type. A lambda, a method reference or a local class belongs to where it
 * runs and not to where it is written; see the parameter it is given to.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.PACKAGE,
  ElementType.TYPE,
  ElementType.METHOD,
  ElementType.CONSTRUCTOR,
  ElementType.PARAMETER
})
public @interface Cooperative {}
