package dev.unclog.probe.boot;

/** Tells which threads are hubs by what they are and how they are called. */
public interface Recogniser {
  /**
   * Judges a thread that starts or was renamed.
   *
   * @param thread the thread
   * @return by what it is a hub, or null
   */
  String hubType(Thread thread);

  /**
   * Judges a pool that starts a worker on the current thread.
   *
   * @param pool the pool
   * @return by what the worker is a hub, or null
   */
  String poolType(Object pool);
}
