package chains.inlinespawns;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import dev.unclog.annotations.Cooperative;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The caller does what was to be done elsewhere, also where other methods hand it on. */
class Callers {
  private final Executor same = Runnable::run;
  private final ExecutorService full = boundedPool(new ThreadPoolExecutor.CallerRunsPolicy());
  private final ExecutorService strict = boundedPool();

  @Cooperative
  void runsAThreadElsewhere() {
    runs(); // finds: InlineSpawn LockSupport.park()
  }

  private void runs() {
    new Thread(() -> LockSupport.park()).run();
  }

  @Cooperative
  void runsAThreadOfWhatItGives() {
    runs(() -> LockSupport.park()); // finds: InlineSpawn LockSupport.park()
  }

  private static void runs(Runnable task) {
    Thread thread = new Thread(task, "worker");
    thread.run();
  }

  @Cooperative
  void startsAThreadElsewhere() { // silent
    starts(() -> LockSupport.park());
  }

  private static void starts(Runnable task) {
    Thread thread = new Thread(task, "worker");
    thread.start();
  }

  @Cooperative
  void toItselfElsewhere() {
    hands(); // finds: InlineSpawn LockSupport.park()
  }

  private void hands() {
    same.execute(() -> LockSupport.park());
  }

  @Cooperative
  void toItselfByAWrapper() {
    hands(() -> LockSupport.park()); // finds: InlineSpawn LockSupport.park()
  }

  private void hands(Runnable task) {
    same.execute(task);
  }

  @Cooperative
  void toAPoolByAWrapper() { // silent
    handsOver(() -> LockSupport.park());
  }

  private void handsOver(Runnable task) {
    strict.execute(task);
  }

  @Cooperative
  void toAFullPool() {
    full.execute(() -> LockSupport.park()); // finds: PossiblyBlockingCall LockSupport.park()
  }

  @Cooperative
  void toAPoolThatRefuses() { // silent
    strict.execute(() -> LockSupport.park());
  }

  private static ExecutorService boundedPool(java.util.concurrent.RejectedExecutionHandler full) {
    return new ThreadPoolExecutor(
        1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), full);
  }

  private static ExecutorService boundedPool() {
    return new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1));
  }

  private static ExecutorService politePool() {
    return new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(1),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  @Cooperative
  void toAPoolOfAFactorys() {
    Executor pool = politePool();
    pool.execute(() -> LockSupport.park()); // finds: PossiblyBlockingCall LockSupport.park()
  }

  @Cooperative
  void inParallel(List<String> names) {
    names.stream()
        .parallel() // finds: PossiblyBlockingCall BaseStream.parallel()
        .forEach(name -> LockSupport.park()); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void inParallelFromACollection(List<String> names) {
    Stream<String> all = names.parallelStream(); // finds: PossiblyBlockingCall Collection.parallelStream()
    all.map(String::trim).forEach(this::load); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void oneAfterTheOther(List<String> names) {
    Stream<String> all = names.stream().parallel(); // finds: PossiblyBlockingCall BaseStream.parallel()
    all.sequential().forEach(name -> LockSupport.park()); // finds: BlockingCall LockSupport.park()
  }

  @Cooperative
  void inParallelWithoutBlocking(List<String> names) {
    Stream<String> all = names.stream().parallel(); // finds: PossiblyBlockingCall BaseStream.parallel()
    all.forEach(name -> name.trim());
  }

  @Cooperative
  void inParallelElsewhere(List<String> names) { // silent
    strict.execute(() -> names.stream().parallel().forEach(this::load));
  }

  /** Runs on whoever completes the future: here if it is complete. */
  @Cooperative
  void whenItIsDone(ListenableFuture<String> future) {
    future.addListener(() -> LockSupport.park(), MoreExecutors.directExecutor()); // finds: PossiblyBlockingCall LockSupport.park()
  }

  @Cooperative
  void whenItIsDoneOnWorkers(ListenableFuture<String> future) { // silent
    future.addListener(() -> LockSupport.park(), strict);
  }

  private void load(String name) {
    LockSupport.park();
  }
}
