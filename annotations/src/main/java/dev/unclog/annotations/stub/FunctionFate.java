package dev.unclog.annotations.stub;

/** What a method does with a function that it is given. */
public enum FunctionFate {
  /** Runs it before it returns, on the caller's thread: {@link RunsAtOnce}. */
  RUNS_AT_ONCE,
  /** Keeps it for later; on which thread is not known: {@link Keeps}. */
  KEPT,
  /** Hands it to where blocking is allowed: {@link dev.unclog.annotations.Offloaded}. */
  OFFLOADED,
  /** Runs it on a thread that must not block: {@link dev.unclog.annotations.Cooperative}. */
  COOPERATIVE,
  /** Hands it to an executor, which decides: {@link RunsOn}. */
  ON_EXECUTOR
}
