/** Holds the table to its form and the judgement to what small reports say; lints nothing. */
package dev.unclog.realbugs;
