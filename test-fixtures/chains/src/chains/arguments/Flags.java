package chains.arguments;

import dev.unclog.annotations.Cooperative;
import java.util.concurrent.CompletableFuture;

/** A flag that decides whether a method blocks, and what it is given. */
class Flags {
  @Cooperative
  void flushesAndWaits(CompletableFuture<String> future) {
    flush(future, true); // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative // silent
  void flushesOnly(CompletableFuture<String> future) {
    flush(future, false);
  }

  @Cooperative
  void flushesTwoCallsDown(CompletableFuture<String> future) {
    flushNamed("a", future, true); // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative // silent
  void flushesTwoCallsDownWithoutWaiting(CompletableFuture<String> future) {
    flushNamed("a", future, false);
  }

  /** Nothing is known of it. */
  @Cooperative
  void flushesAsItIsTold(CompletableFuture<String> future, boolean wait) {
    flush(future, wait); // finds: BlockingCall CompletableFuture.join()
  }

  private static void flush(CompletableFuture<String> future, boolean wait) {
    if (wait) {
      future.join();
    }
  }

  private static void flushNamed(String name, CompletableFuture<String> future, boolean wait) {
    name.length();
    flush(future, wait);
  }
}
