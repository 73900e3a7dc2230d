package dev.unclog.source;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.summary.Chain;
import java.util.Set;

/**
 * Why code must not block.
 *
 * @param because a clause for the message, as {@code "onMessage is marked @Cooperative"}
 * @param forbids the kinds that must not happen; empty for all
 * @param isSure whether it is certain that others share the thread
 */
record Reason(String because, Set<BlockingKind> forbids, boolean isSure) {
  static Reason because(String because) {
    return new Reason(because, Set.of(), /* isSure= */ true);
  }

  /** The same, in other words. */
  Reason saying(String other) {
    return new Reason(other, forbids, isSure);
  }

  /** A way to what blocks, no surer than the place it begins at. */
  Chain told(Chain chain) {
    return isSure
        ? chain
        : new Chain(chain.hops(), chain.sink(), chain.kind(), /* isSure= */ false);
  }

  boolean forbids(BlockingKind kind) {
    return forbids.isEmpty() || forbids.contains(kind);
  }
}
