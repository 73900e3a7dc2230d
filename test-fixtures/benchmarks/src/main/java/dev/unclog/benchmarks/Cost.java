package dev.unclog.benchmarks;

/**
 * What one compilation took.
 *
 * @param cpuSeconds of all threads of its JVM, start-up and JIT included
 * @param wallSeconds from its JVM's start
 * @param megabytes in use at most; only where it was weighed
 * @param findings the diagnostics of the checks it ran; only where it was weighed
 */
record Cost(double cpuSeconds, double wallSeconds, double megabytes, long findings) {}
