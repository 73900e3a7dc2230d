package dev.unclog.realbugs;

/** How one can tell that the code is cooperative. */
enum ContextClass {
  /** By the types of a framework alone. */
  C0,
  /** It is a callback of a future, without an executor. */
  C0F,
  /** It returns an asynchronous type, or takes a handler for its result. */
  C1,
  /** By an interface or annotation of the project's, which takes a stub or a mark. */
  C2,
  /** By configuration or state. */
  C3,
  /** There is no loop: a virtual thread is pinned. */
  C4,
  /** Not at all: the thread is the caller's. */
  C5;

  /** Whether a linter can be expected to see it with nothing marked. */
  boolean isRecognisable() {
    return compareTo(C2) < 0;
  }
}
