/**
 * Which methods of the JDK block, where to weave them, and the sensors that need no weaving.
 *
 * <p>Out go {@link dev.unclog.probe.weave.Advice advice} for the weaver and, from JFR, sightings of
 * what no bytecode reaches. Each sensor can say whether it works on this JVM.
 */
package dev.unclog.probe.sensor;
