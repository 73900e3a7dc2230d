package dev.unclog.annotations.stub;

/** What an annotation that people already have says about the code that carries it. */
public enum Meaning {
  /** It must not block: {@link dev.unclog.annotations.Cooperative}. */
  COOPERATIVE,
  /** It runs where blocking is allowed, however it is called: the framework moves it there. */
  OFFLOADED,
  /** Calling it may block: {@link dev.unclog.annotations.Blocking}. */
  BLOCKING,
  /** Calling it never blocks: {@link dev.unclog.annotations.NonBlocking}. */
  NON_BLOCKING
}
