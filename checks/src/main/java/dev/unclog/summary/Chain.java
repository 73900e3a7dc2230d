package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import java.util.List;
import java.util.Optional;

/**
 * A way from a call to something that blocks.
 *
 * @param hops the calls on the way, from the one in the body that was first run to the one that
 *     blocks; empty if the call itself blocks
 * @param sink what blocks
 * @param kind what the thread would wait for; {@link BlockingKind#LOCK} where the way leads through
 *     a lock that somebody holds while the sink blocks
 * @param isSure false if it only may block, or only some of the implementations on the way do
 * @param choices how often one implementation of several is presumed, of which others do not block
 * @param isChosenByOthers whether one of these choices is among implementations of a type that the
 *     compilation does not declare
 * @param areHoldersKnown whether it ends in a lock of which all who hold it are in sight
 * @param isFirstUse whether only who is the first to ask for something goes it, below the body that
 *     it begins in
 * @param isSpawnedInline whether on the way somebody hands work on to what runs it at once
 */
public record Chain(
    List<Hop> hops,
    Program.Judged.Sink sink,
    BlockingKind kind,
    boolean isSure,
    int choices,
    boolean isChosenByOthers,
    boolean areHoldersKnown,
    boolean isFirstUse,
    boolean isSpawnedInline) {
  /** Copies the list. */
  public Chain {
    hops = List.copyOf(hops);
  }

  /**
   * How many calls the way takes, the first and the one that blocks among them.
   *
   * @return at least one
   */
  public int calls() {
    return 1 + (int) hops.stream().filter(hop -> hop.body().isPresent()).count();
  }

  /**
   * The same way, of which less is certain.
   *
   * @return a copy that is not sure
   */
  public Chain possibly() {
    return new Chain(
        hops,
        sink,
        kind,
        /* isSure= */ false,
        choices,
        isChosenByOthers,
        areHoldersKnown,
        isFirstUse,
        isSpawnedInline);
  }

  /**
   * Whether the thread would wait for a lock that is held over blocking work.
   *
   * @return true if one of the hops is such a wait
   */
  public boolean isThroughLock() {
    return hops.stream().anyMatch(Hop::isWait);
  }

  /**
   * A call on the way, or the wait for a lock.
   *
   * @param body the body in which the call stands; empty for a choice between bodies, and where the
   *     way begins outside of all
   * @param caller that body, as reports write it; empty likewise
   * @param callee what is called, as people write it; of a wait, the lock
   * @param file the simple name of the file in which the call stands; empty if unknown
   * @param line the line; 0 if unknown
   * @param held the locks that the caller holds meanwhile, as people write them
   * @param contention what is waited for, if the hop is a wait
   */
  public record Hop(
      Optional<MethodKey> body,
      String caller,
      String callee,
      String file,
      int line,
      List<String> held,
      Optional<Contention> contention) {
    /** Copies the list. */
    public Hop {
      held = List.copyOf(held);
    }

    /**
     * Whether the hop is the wait for a lock, and no call.
     *
     * @return true if there is a lock
     */
    public boolean isWait() {
      return contention.isPresent();
    }
  }

  /**
   * A wait.
   *
   * @param lock what is waited for
   * @param holder the method that holds it while it makes the next call of the chain, as people
   *     write it
   */
  public record Contention(Lock lock, String holder) {}
}
