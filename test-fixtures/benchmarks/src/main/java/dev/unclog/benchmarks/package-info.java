/**
 * What Unclog costs: in go published libraries and generated programs, out come the processor time
 * and the memory that compiling them takes with and without Unclog. Knows Unclog only as a user
 * does, as a jar on the processor path.
 */
package dev.unclog.benchmarks;
