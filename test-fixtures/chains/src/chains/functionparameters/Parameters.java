package chains.functionparameters;

import dev.unclog.annotations.Cooperative;
import dev.unclog.annotations.Offloaded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What becomes of a function that is given away: run at once, handed off, kept. */
class Parameters {
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final List<Runnable> kept = new ArrayList<>();
  private Runnable last;

  @Cooperative
  void givesToWhatRunsIt() {
    timed(() -> pause(1)); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void givesAQuickOneToWhatRunsIt() {
    timed(() -> {});
  }

  @Cooperative
  void givesToWhatGivesItOn() {
    logged(() -> pause(2)); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void givesAReference() {
    timed(this::sleeper); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void givesAVariable() {
    Runnable task = () -> pause(3);
    timed(task); // finds: BlockingCall Thread.sleep(long)
  }

  /** It is run within another function, which is run at once. */
  @Cooperative
  void givesToWhatWrapsIt() {
    wrapped(() -> pause(4)); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void handsOffByStub() {
    workers.execute(() -> pause(5));
    CompletableFuture.runAsync(() -> pause(5), workers);
    new Thread(() -> pause(5)).start();
  }

  @Cooperative // silent
  void handsOffByAnnotation() {
    later(() -> pause(6));
  }

  @Cooperative // silent
  void handsOffByTheBodyOfAWrapper() {
    runOnWorker(() -> pause(7));
  }

  @Cooperative // silent
  void handsOffByTheBodyOfAWrapperOfThat() {
    runOnWorkerTwice(() -> pause(8));
  }

  @Cooperative // silent
  void handsOffWithinAnotherFunction() {
    callOnWorker(() -> pause(9));
  }

  /** The wrapper hands one off, and runs the other. */
  @Cooperative
  void handsOffOneOfTwo() {
    both(() -> pause(10), () -> {}); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void handsOffTheOther() {
    both(() -> {}, () -> pause(10));
  }

  @Cooperative // silent
  void givesToWhatKeepsItInAField() {
    onClose(() -> pause(11));
  }

  @Cooperative // silent
  void givesToWhatKeepsItInAList() {
    onOpen(() -> pause(12));
  }

  /** Unlike what runs on a worker, what the wrapper itself does is charged. */
  @Cooperative
  void handsOffToAWrapperThatBlocks() {
    runAndWait(() -> {}); // finds: BlockingCall Thread.sleep(long)
  }

  private static void timed(Runnable task) {
    long start = System.nanoTime();
    task.run();
    last(System.nanoTime() - start);
  }

  private static void last(long nanos) {}

  private static void logged(Runnable task) {
    timed(task);
  }

  private static void wrapped(Runnable task) {
    timed(() -> task.run());
  }

  private void later(@Offloaded Runnable task) {
    kept.add(task);
  }

  private void runOnWorker(Runnable task) {
    workers.execute(task);
  }

  private void runOnWorkerTwice(Runnable task) {
    runOnWorker(task);
    runOnWorker(task);
  }

  private <T> CompletableFuture<T> callOnWorker(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Executor executor = workers;
    executor.execute(() -> result.complete(task.get()));
    return result;
  }

  private void both(Runnable now, Runnable later) {
    now.run();
    workers.execute(later);
  }

  private void onClose(Runnable task) {
    last = task;
  }

  private void onOpen(Runnable task) {
    kept.add(task);
  }

  private void runAndWait(Runnable task) {
    workers.execute(task);
    pause(100);
  }

  private void sleeper() {
    pause(13);
  }

  private static int pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return millis;
  }
}
