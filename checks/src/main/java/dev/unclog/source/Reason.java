package dev.unclog.source;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.catalogue.Entry;
import dev.unclog.summary.Chain;
import java.util.Optional;
import java.util.Set;

/**
 * Why code must not block.
 *
 * @param because a clause for the message, as {@code "onMessage is marked @Cooperative"}
 * @param forbids the kinds that must not happen; empty for all
 * @param isSure whether it is certain that others share the thread
 * @param sort what kind of reason it is
 * @param framework the type that makes it so, by binary name; empty for a word in the source
 * @param repair what hands the work off; empty if that is not so simple
 * @param returnedBy the method that returns the chain of operators it runs in, so that its callers
 *     decide; empty if nobody returns one
 */
record Reason(
    String because,
    Set<BlockingKind> forbids,
    boolean isSure,
    Sort sort,
    String framework,
    Optional<Repair> repair,
    Optional<MethodSymbol> returnedBy) {
  /** Kinds of reasons. */
  enum Sort {
    /** It runs on a thread that others share. */
    SHARED_THREAD,
    /** Others will share its thread, which has nothing else to do as yet. */
    FIRST_TASK,
    /** Such a thread was to hand it on, and runs it itself. */
    INLINE_SPAWN,
    /** Its signature has callers think so. */
    PROMISE
  }

  static Reason because(String because) {
    return new Reason(
        because,
        Set.of(),
        /* isSure= */ true,
        Sort.SHARED_THREAD,
        "",
        Optional.empty(),
        Optional.empty());
  }

  /** A stub's line says so. */
  static Reason of(Entry entry, String because, Set<BlockingKind> forbids) {
    return new Reason(
        because,
        forbids,
        !entry.isPossibly(),
        Sort.SHARED_THREAD,
        entry.type(),
        Optional.empty(),
        Optional.empty());
  }

  /** A signature promises not to block. */
  static Reason promised(String signature) {
    return new Reason(
        signature + ", and so promises not to block whoever calls",
        Set.of(),
        /* isSure= */ false,
        Sort.PROMISE,
        "",
        Optional.empty(),
        Optional.empty());
  }

  /** The same, in other words. */
  Reason saying(String other) {
    return new Reason(other, forbids, isSure, sort, framework, repair, returnedBy);
  }

  /** The same of what the thread does before anything else. */
  Reason asFirstTask() {
    return sort == Sort.SHARED_THREAD
        ? new Reason(because, forbids, isSure, Sort.FIRST_TASK, framework, repair, returnedBy)
        : this;
  }

  /** The same, but not certain. */
  Reason possibly() {
    return new Reason(because, forbids, /* isSure= */ false, sort, framework, repair, returnedBy);
  }

  /** The same for work that was to be handed on, and is not. */
  Reason spawnedInline(Reason how) {
    return new Reason(
        how.because + "; " + because,
        forbids,
        isSure && how.isSure,
        sort == Sort.PROMISE ? sort : Sort.INLINE_SPAWN,
        framework,
        Optional.empty(),
        returnedBy);
  }

  /** The same, and how the work is handed off. */
  Reason repairedBy(Optional<Repair> other) {
    return new Reason(because, forbids, isSure, sort, framework, other, returnedBy);
  }

  /** The same of a chain that a method returns. */
  Reason returnedBy(Optional<MethodSymbol> method) {
    return new Reason(because, forbids, isSure, sort, framework, repair, method);
  }

  /** A way to what blocks, no surer than the place it begins at. */
  Chain told(Chain chain) {
    return isSure || sort == Sort.PROMISE ? chain : chain.possibly();
  }

  /** Whether it is run on threads that others share, as far as is known. */
  boolean isContext() {
    return sort != Sort.PROMISE;
  }

  /** Whether what a way leads to must not be; a promise is broken by what surely blocks alone. */
  boolean concerns(Chain chain) {
    return forbids(chain.kind())
        && (sort != Sort.PROMISE || chain.isSure() && chain.kind() != BlockingKind.LOCK);
  }

  boolean forbids(BlockingKind kind) {
    return forbids.isEmpty() || forbids.contains(kind);
  }
}
