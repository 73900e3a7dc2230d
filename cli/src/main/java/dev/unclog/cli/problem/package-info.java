/**
 * Why a run could not be: in comes what a user must hear, out goes one message on the error stream
 * and exit status 2. Knows nothing of commands, compilers or reports.
 */
package dev.unclog.cli.problem;
