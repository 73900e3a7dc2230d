package dev.unclog.probe.boot;

/** When a call that could block is an observation. A call that could and did not, is none. */
public enum Rule {
  /** Each time it happens: what it asks for always depends on someone else. */
  OCCURRENCE,
  /**
   * When it took longer than the threshold, as JFR has it: who asks to wait for a while waits at
   * least so long. A busy machine may let the thread queue for all of that before it gets to
   * waiting.
   */
  ELAPSED,
  /**
   * When the thread was off the processor for longer than the threshold, and not because others
   * used it: time for which the thread was ready to run and had to queue is not waiting.
   */
  OFF_CPU
}
