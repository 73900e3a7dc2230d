/**
 * What is to be linted.
 *
 * <p>In comes a word of the command line: a folder, a Maven project, or the coordinates of a
 * published artifact. Out goes a {@link dev.unclog.cli.target.Target}: its sources, a unit for each
 * compilation, with what they are compiled against. Sources are named, never opened, copied or run;
 * those in an archive stay there and are read through a file system over it. Nothing here knows
 * what a compiler makes of them.
 */
package dev.unclog.cli.target;
