package dev.unclog.annotations.stub;

/** Which part of an operator chain a hop moves. */
public enum Governs {
  /** What follows it in the chain, as {@code publishOn}. */
  BELOW,
  /** The source, however far above, as {@code subscribeOn}. */
  SOURCE
}
