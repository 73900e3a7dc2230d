/**
 * What Unclog costs: in goes a published library, out comes the processor time that compiling it
 * takes with and without Unclog. Knows Unclog only as a user does, as a jar on the processor path.
 */
package dev.unclog.benchmarks;
