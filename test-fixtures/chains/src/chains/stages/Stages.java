package chains.stages;

import io.lettuce.core.RedisFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** What depends on a future runs on whoever completes it, unless it names an executor. */
class Stages {
  private final Executor workers = Executors.newCachedThreadPool();

  CompletionStage<String> callback(CompletionStage<String> stage) {
    return stage.thenApply(Stages::wait); // finds: PossiblyBlockingCall LockSupport.park()
  }

  CompletionStage<String> onTheCommonPool(CompletionStage<String> stage) { // silent
    return stage.thenApplyAsync(Stages::wait).thenApply(Stages::wait);
  }

  CompletableFuture<String> afterSupplyAsync() { // silent
    return CompletableFuture.supplyAsync(() -> wait("")).thenApply(Stages::wait);
  }

  CompletionStage<String> onWorkers(CompletionStage<String> stage) { // silent
    return stage.thenApplyAsync(Stages::wait, workers).whenComplete((text, x) -> wait(text));
  }

  CompletionStage<String> onLoops(CompletionStage<String> stage, io.netty.channel.EventLoop loop) {
    return stage.thenApplyAsync(Stages::wait, loop); // finds: BlockingCall LockSupport.park()
  }

  /** Complete already: it runs on whoever calls, and that one may block. */
  CompletableFuture<String> afterWhatIsDone() {
    return CompletableFuture.completedFuture("").thenApply(Stages::wait); // finds: PossiblyBlockingCall LockSupport.park()
  }

  CompletionStage<String> fromALoop(RedisFuture<String> reply) {
    return reply.thenApply(Stages::wait); // finds: BlockingCall LockSupport.park()
  }

  static String wait(String value) {
    LockSupport.park();
    return value;
  }
}
