package chains.donefutures.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;

/** What becomes of a task. */
public class Tasks {
  private Tasks() {}

  public static void run(FutureTask<String> task) throws Exception {
    task.run();
    task.get();
  }

  /** Asks a future. */
  public static boolean isCompletedSuccessfully(CompletionStage<?> stage) {
    CompletableFuture<?> future = stage.toCompletableFuture();
    return future.isDone() && !future.isCompletedExceptionally();
  }

  public static void await(FutureTask<String> task) throws Exception {
    task.get();
  }
}
