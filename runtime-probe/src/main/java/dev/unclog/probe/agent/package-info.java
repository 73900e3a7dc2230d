/**
 * Attaches the probe to a JVM: settings, the boot class path, and what starts when.
 *
 * <p>What happens before {@code main} is what must: settings are read, the boot classes appended,
 * and the classes of the JDK that are already loaded are woven. All else starts on a thread of its
 * own.
 */
package dev.unclog.probe.agent;
