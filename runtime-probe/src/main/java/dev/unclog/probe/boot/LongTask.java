package dev.unclog.probe.boot;

/**
 * A task that took long, as its thread found when it was over.
 *
 * @param turn its number, by {@link Hub#turn()}
 * @param began when it began, as {@code System.nanoTime()}
 * @param ended when it ended
 * @param onCpu how long the thread had been on the processor by then, in nanoseconds since its
 *     start; 0 where nobody counts
 * @param ready how long it had been ready for it while others ran
 * @param blocked for how long of the task sensors saw it blocked
 */
public record LongTask(long turn, long began, long ended, long onCpu, long ready, long blocked) {}
