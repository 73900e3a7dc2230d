/**
 * The probe in tests with JUnit 5 and later: {@link dev.unclog.probe.junit.NoBlockedHub} on a class
 * or a method.
 *
 * <p>In come observations, out go failed tests. A JVM without the agent has the tests fail too,
 * since they would promise what nobody looks at.
 */
package dev.unclog.probe.junit;
