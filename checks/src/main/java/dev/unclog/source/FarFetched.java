package dev.unclog.source;

import dev.unclog.annotations.Severity;
import dev.unclog.call.MethodKey;
import dev.unclog.summary.Chain;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which possible findings are too far-fetched to be told unless somebody asks: of such few were
 * true where they were judged (docs/precision.md), and who reads one can seldom tell.
 */
final class FarFetched {
  /**
   * The longest way to what only may block that is told, and to what surely blocks in a dependency;
   * real bugs lay no deeper.
   */
  private static final int FARTHEST = 8;

  /**
   * The longest way to what only may block in a dependency, and to what surely blocks where a
   * thread only may be shared.
   */
  private static final int FARTHEST_IN_DOUBT = 5;

  /** The longest way that is told where what decides is out of sight. */
  private static final int NEAR = 3;

  /** Methods that start something, by name. */
  private static final Pattern STARTING =
      Pattern.compile("(start|launch|bootstrap|setUp|setup|init|initiali[sz]e)(\\p{Lu}.*)?");

  private final Predicate<MethodKey> isElsewhere;

  /**
   * For one compilation.
   *
   * @param isElsewhere whether a body is none of the code that is compiled here
   */
  FarFetched(Predicate<MethodKey> isElsewhere) {
    this.isElsewhere = isElsewhere;
  }

  /**
   * Whether a way is possible at best, and long, or hangs on what is out of sight. What is made for
   * who asks first was made before. Which implementation of a type of theirs an object is others
   * have chosen: that, too, may be presumed once and where it is near, if that one surely blocks.
   * In a dependency it is known less well what has happened before: what surely blocks is told
   * there too if it is not far. Of a thread that serves nothing yet nobody waits for the first
   * task. Who starts something has let go of its lock before others come, and when a dependency
   * holds one of its own is not to be seen.
   */
  boolean is(Chain chain, Reason reason) {
    boolean isInDoubt = reason.isContext() && !reason.isSure();
    return reason.sort() == Reason.Sort.FIRST_TASK
        || holders(chain).anyMatch(each -> isElsewhere.test(each) || isStarting(each))
        || (!chain.isSure() && chain.isFirstUse())
        || (chain.isSure() && isInDoubt && chain.calls() > FARTHEST_IN_DOUBT)
        || is(chain, isShared(chain, reason));
  }

  /**
   * The same of a way that somebody goes while others wait for a lock that he holds; they may well
   * wait for who asked first.
   */
  boolean is(Chain chain) {
    return is(chain, /* isShared= */ true);
  }

  private boolean is(Chain chain, boolean isShared) {
    boolean endsInDependency = endsInDependency(chain);
    if (chain.isSure()) {
      return chain.calls() > FARTHEST && endsInDependency;
    }
    int presumed =
        (isShared ? 0 : 1) + (isOutOfSight(chain) ? 1 : 0) + (chain.isChosenByOthers() ? 1 : 0);
    return (chain.isChosenByOthers() && chain.sink().verdict().severity() != Severity.ERROR)
        || chain.calls() > (presumed > 0 ? NEAR : endsInDependency ? FARTHEST_IN_DOUBT : FARTHEST)
        || presumed > 1;
  }

  /** Whether the call that blocks stands in code that is not compiled here. */
  private boolean endsInDependency(Chain chain) {
    return !chain.hops().isEmpty()
        && chain.hops().get(chain.hops().size() - 1).body().filter(isElsewhere).isPresent();
  }

  /** The bodies that hold locks which are waited for on the way. */
  private static Stream<MethodKey> holders(Chain chain) {
    List<Chain.Hop> hops = chain.hops();
    return IntStream.range(1, hops.size())
        .filter(i -> hops.get(i - 1).isWait())
        .mapToObj(hops::get)
        .flatMap(holder -> holder.body().stream());
  }

  private static boolean isStarting(MethodKey body) {
    return STARTING.matcher(body.name()).matches();
  }

  /** Whether it is certain that others share the thread, or somebody wants to hear of all. */
  private static boolean isShared(Chain chain, Reason reason) {
    return reason.isSure() || !chain.kind().onByDefault();
  }

  /** Where a stream leads, what native code does, and who else has a lock. */
  private static boolean isOutOfSight(Chain chain) {
    return switch (chain.kind()) {
      case STREAM, NATIVE -> true;
      case LOCK -> !chain.isThroughLock() && !chain.areHoldersKnown();
      default -> false;
    };
  }
}
