/**
 * What lies on the boot class path: the little that woven JDK methods call.
 *
 * <p>In come calls from woven methods ({@link dev.unclog.probe.boot.Hooks}), out go {@link
 * dev.unclog.probe.boot.Sighting sightings}: raw, in a queue, judged by another thread. Beside them
 * lies what applications and the agent share whatever their class loaders, {@link
 * dev.unclog.probe.boot.Observation} and {@link dev.unclog.probe.boot.Attached}.
 *
 * <p>This package depends on the JDK alone. What runs on a hub's thread must not block, throw, use
 * a lambda (its first use loads a hundred classes) or call anything that is itself woven, except
 * where its depth says that it is inside a hook.
 */
package dev.unclog.probe.boot;
