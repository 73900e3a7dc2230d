package dev.unclog.probed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.blockhound.BlockHound;

/**
 * The matrix under BlockHound, at its best: told which threads are hubs, where their pool waits for
 * work, and to note rather than to throw, since a throw is lost in many places.
 */
public final class BlockHoundMatrix {
  /** How lines begin that name a case it saw. */
  public static final String SEEN = "seen: ";

  private static final Set<String> HUBS = ConcurrentHashMap.newKeySet();

  private BlockHoundMatrix() {}

  /** Runs all cases, and names those that BlockHound saw. */
  public static void main(String[] nothing) throws Exception {
    BlockHound.builder()
        .nonBlockingThreadPredicate(
            before -> before.or(thread -> thread.getName().startsWith(Matrix.HUB)))
        .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "getTask")
        .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "processWorkerExit")
        .blockingMethodCallback(method -> HUBS.add(Thread.currentThread().getName()))
        .install();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    HUBS.forEach(
                        hub -> System.out.println(SEEN + hub.substring(Matrix.HUB.length())))));
    Matrix.main(new String[0]);
  }
}
