package dev.unclog.probe.boot;

/** When a call that could block is an observation. A call that could and did not, is none. */
public enum Rule {
  /** Each time it happens: what it asks for always depends on someone else. */
  OCCURRENCE,
  /**
   * When the thread was off the processor for longer than the threshold, and not because others
   * used it: time for which the thread was ready to run and had to queue is not waiting.
   */
  OFF_CPU
}
