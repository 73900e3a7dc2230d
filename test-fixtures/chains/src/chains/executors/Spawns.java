package chains.executors;

import com.google.common.util.concurrent.MoreExecutors;
import dev.unclog.annotations.Cooperative;
import io.netty.channel.EventLoopGroup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What was to be handed on is not where the executor runs it at once. */
class Spawns {
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final Executor same = Runnable::run;
  private final Executor given;

  Spawns(Executor given) {
    this.given = given;
  }

  @Cooperative
  void toWorkers() { // silent
    workers.execute(() -> LockSupport.park());
    CompletableFuture.runAsync(LockSupport::park, workers);
  }

  @Cooperative
  void toWhateverIsGiven() { // silent
    given.execute(() -> LockSupport.park());
  }

  @Cooperative
  void toItself() {
    same.execute(() -> LockSupport.park()); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void toItselfByALambda() {
    Executor direct = task -> task.run();
    direct.execute(LockSupport::park); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void toItselfByGuava() {
    CompletableFuture.runAsync(() -> helper(), MoreExecutors.directExecutor()); // finds: InlineSpawn LockSupport.park()
  }

  /** What the caller gives besides is not where the work goes. */
  @Cooperative
  void toWorkersByAWrapper() { // silent
    later(() -> LockSupport.park(), Runnable::run);
  }

  private void later(Runnable task, Executor unused) {
    CompletableFuture.runAsync(task, workers);
  }

  /** Nobody shares the thread. */
  void fromElsewhere() { // silent
    same.execute(() -> LockSupport.park());
  }

  @Cooperative
  void briefWork() { // silent
    same.execute(() -> {});
  }

  @Cooperative
  void toAFullPool() {
    Executor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(1),
            new ThreadPoolExecutor.CallerRunsPolicy());
    pool.execute(() -> LockSupport.park()); // finds: PossiblyBlockingCall LockSupport.park()
  }

  void toALoop(EventLoopGroup loops) {
    CompletableFuture.runAsync(() -> LockSupport.park(), loops); // finds: BlockingCall LockSupport.park()
  }

  @Cooperative
  void runsAThread() {
    Thread thread = new Thread(() -> LockSupport.park());
    thread.run(); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void startsAThread() { // silent
    Thread thread = new Thread(() -> LockSupport.park());
    thread.start();
  }

  private static void helper() {
    LockSupport.park();
  }
}
