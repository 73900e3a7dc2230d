package dev.unclog.source;

import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import dev.unclog.annotations.Severity;
import dev.unclog.call.Lock;
import dev.unclog.summary.Chain;
import java.util.OptionalInt;

/**
 * Which locks held over blocking work matter to a cooperative thread, and what is said of them.
 *
 * <p>To a hub all do. A virtual thread may block, and wait for a lock; but from JDK 21 to 23 one
 * that does so in a monitor keeps its carrier (JEP 444), from 24 on it does not (JEP 491).
 */
final class LockFindings {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int FIRST_WITHOUT_PINNING = 24;

  /** What to do about any of them. */
  static final String INSTEAD = "doing the blocking work outside of the lock";

  private final int target;

  /** For the release that is told, or else the one that a compiler compiles for. */
  LockFindings(Context context, OptionalInt told) {
    this.target = told.orElseGet(() -> target(Options.instance(context)));
  }

  /**
   * Whether a finding is to be made of a chain through a lock. Who shares a thread hears of a lock
   * only if it surely is held over blocking work: what may block there is told where it is called.
   * A thread that may block but not in a monitor hears of it nowhere else.
   *
   * @param chain the chain
   * @param reason why its root must not block
   */
  boolean matters(Chain chain, Reason reason) {
    if (reason.forbids(chain.sink().verdict().kind())) {
      return chain.isSure() || isSurelyHeldOver(chain);
    }
    return target >= FIRST_WITH_VIRTUAL_THREADS
        && target < FIRST_WITHOUT_PINNING
        && lock(chain).kind() != Lock.Kind.LOCK;
  }

  /** Whether the holder of the lock blocks, whoever may come to wait for it. */
  private static boolean isSurelyHeldOver(Chain chain) {
    return chain.sink().verdict().severity() == Severity.ERROR
        && chain.hops().stream()
            .dropWhile(hop -> !hop.isWait())
            .skip(1)
            .allMatch(hop -> hop.body().isPresent());
  }

  /** What a finding begins with if its root takes the lock by itself. */
  static String headline(Chain chain) {
    return name(chain) + " is held over " + chain.sink().name() + ", and " + waits(chain);
  }

  /** What a finding begins with if a call leads to the lock. */
  static String headline(Chain chain, String callee) {
    return callee + " takes " + name(chain) + ", held over " + chain.sink().name();
  }

  private static String waits(Chain chain) {
    return "a cooperative thread takes it (" + chain.kind().word() + ")";
  }

  private static String name(Chain chain) {
    return LockNames.name(lock(chain));
  }

  private static Lock lock(Chain chain) {
    return chain.hops().stream()
        .flatMap(hop -> hop.contention().stream())
        .findFirst()
        .orElseThrow()
        .lock();
  }

  /** The options hold what {@code --release} implies as well. */
  private static int target(Options options) {
    for (String option : new String[] {"--target", "-target", "--release"}) {
      String value = options.get(option);
      if (value != null) {
        try {
          return Integer.parseInt(value.startsWith("1.") ? value.substring(2) : value);
        } catch (NumberFormatException e) {
          break; // javac has its own word for it.
        }
      }
    }
    return Runtime.version().feature();
  }
}
