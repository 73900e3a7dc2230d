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
 * @param sort what kind of reason it is
 */
record Reason(String because, Set<BlockingKind> forbids, boolean isSure, Sort sort) {
  /** Kinds of reasons. */
  enum Sort {
    /** It runs on a thread that others share. */
    SHARED_THREAD,
    /** Such a thread was to hand it on, and runs it itself. */
    INLINE_SPAWN
  }

  static Reason because(String because) {
    return new Reason(because, Set.of(), /* isSure= */ true, Sort.SHARED_THREAD);
  }

  /** The same, in other words. */
  Reason saying(String other) {
    return new Reason(other, forbids, isSure, sort);
  }

  /** The same, but not certain. */
  Reason possibly() {
    return new Reason(because, forbids, /* isSure= */ false, sort);
  }

  /** The same for work that was to be handed on, and is not. */
  Reason spawnedInline(Reason how) {
    return new Reason(
        how.because + "; " + because, forbids, isSure && how.isSure, Sort.INLINE_SPAWN);
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
