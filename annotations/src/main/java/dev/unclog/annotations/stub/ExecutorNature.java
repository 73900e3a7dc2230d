package dev.unclog.annotations.stub;

/** What the threads of an executor or scheduler may do. */
public enum ExecutorNature {
  /** A pool of workers, or a thread for each task. */
  ALLOWS_BLOCKING,
  /** Event loops and their like. */
  COOPERATIVE,
  /** No thread of its own: the task runs on whoever submits it. */
  CALLER
}
