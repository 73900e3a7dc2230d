/**
 * The everyday loop in a Maven build, from one block in its POM: compile in record mode, test with
 * the probe, fail by what came of it.
 */
package dev.unclog.maven;
