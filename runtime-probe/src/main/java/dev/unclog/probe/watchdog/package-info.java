/**
 * Watches from outside whether each hub goes from task to task, and tells while one does not.
 *
 * <p>In come the turns that hubs count, the states of their threads in the JVM and in the operating
 * system; out go {@link dev.unclog.probe.report.Hang hangs} and histograms of lag. Nothing here
 * runs on a hub, but for heartbeats where there is no other way to see one work.
 */
package dev.unclog.probe.watchdog;
