package dev.unclog.source;

import dev.unclog.annotations.BlockingKind;
import java.util.Set;

/**
 * Why code must not block.
 *
 * @param because a clause for the message, as {@code "onMessage is marked @Cooperative"}
 * @param forbids the kinds that must not happen; empty for all
 */
record Reason(String because, Set<BlockingKind> forbids) {
  static Reason because(String because) {
    return new Reason(because, Set.of());
  }

  boolean forbids(BlockingKind kind) {
    return forbids.isEmpty() || forbids.contains(kind);
  }
}
