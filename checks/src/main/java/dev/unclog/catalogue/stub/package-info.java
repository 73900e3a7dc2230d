/**
 * Reads stub files: Java declarations without bodies that say what a library's authors did not.
 *
 * <p>In comes text, with the name of the file it stood in; out go {@link dev.unclog.catalogue.Entry
 * entries}, what annotations of other projects mean, and whatever is wrong with the text, each with
 * its line. Types are told apart by their names alone: nothing here opens a class path, knows a
 * compiler, or asks whether a member exists.
 *
 * <p>How the words are read, where {@link dev.unclog.annotations.stub} leaves it open:
 *
 * <ul>
 *   <li>The words are the annotation types themselves, found by reflection: their targets say where
 *       a word may stand, their methods which attributes it takes.
 *   <li>A type's {@code @Blocking}, {@code @NonBlocking} or {@code @AllowBlocking} is the verdict
 *       on each method and constructor written in it that has none of its own; words about
 *       parameters or executors are no verdicts. A nested type is a type of its own and inherits
 *       versions only.
 *   <li>{@code @AllowBlocking} says that whoever calls may trust the member, as
 *       {@code @NonBlocking} does. It is for members whose body does block, and its reason is for
 *       the stub's next reader; it cannot be narrowed to kinds here.
 *   <li>{@code @Forbids} needs the {@code @Cooperative} or {@code @MarksThreads} that it narrows
 *       beside it, or on the type.
 *   <li>Types are imported one by one: what {@code *} brings in cannot be known from here. Only
 *       {@code java.lang} is known, as the running JDK has it.
 *   <li>A file with a problem contributes nothing, rather than half of itself.
 * </ul>
 */
package dev.unclog.catalogue.stub;
