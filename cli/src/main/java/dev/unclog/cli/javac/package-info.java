/**
 * The compiler, in process, with nothing but Unclog's checks in it.
 *
 * <p>In come sources with what they are compiled against, and what the user wants of the checks;
 * out go findings as data, and which sources could not be looked at. No annotation processor and no
 * compiler plugin of what is linted is ever loaded, and nothing is written. Nothing here knows
 * where sources come from or how findings are shown.
 */
package dev.unclog.cli.javac;
