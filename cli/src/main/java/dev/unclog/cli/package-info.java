/**
 * The command line: {@code unclog lint}, {@code unclog explain}.
 *
 * <p>In come a user's words; out go a report or an answer, and an exit status: 0 for nothing found,
 * 1 for findings, 2 for what could not run. Here options are read and parts are joined; nothing
 * here knows how a target is resolved, how javac is run or how a report looks.
 */
package dev.unclog.cli;
