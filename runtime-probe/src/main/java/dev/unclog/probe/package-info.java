/**
 * What applications and tests say to the probe.
 *
 * <p>All of it works, and does nothing, in a JVM without the agent.
 */
package dev.unclog.probe;
