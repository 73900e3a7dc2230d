package chains.inlinespawns;

import dev.unclog.annotations.Cooperative;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Who waits for what has just been handed on might as well have done it. */
class Waits {
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  @Cooperative
  String joinsAtOnce() {
    return CompletableFuture.supplyAsync(() -> load()).join(); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  String joinsOnTheNextLine() {
    CompletableFuture<String> loaded = CompletableFuture.supplyAsync(this::load, workers);
    return loaded.join(); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  String joinsAStageOfIt() {
    return CompletableFuture.supplyAsync(() -> load()).thenApply(String::trim).join(); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void joinsAll() {
    CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> "");
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> load());
    CompletableFuture.allOf(one, other).join(); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  String getsWhatItSubmitted() throws ExecutionException, InterruptedException {
    Future<String> loaded = workers.submit(() -> load());
    return loaded.get(); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void invokesAll() throws InterruptedException {
    workers.invokeAll(List.of(() -> load(), () -> "")); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void invokesAllThatWereAdded(List<String> names) throws InterruptedException {
    List<Callable<String>> tasks = new ArrayList<>();
    for (String name : names) {
      tasks.add(() -> name + load());
    }
    workers.invokeAll(tasks); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  void invokesAllThatWereMade(Stream<String> names) throws InterruptedException {
    workers.invokeAll(names.map(name -> (Callable<String>) () -> load()).toList()); // finds: InlineSpawn LockSupport.park()
  }

  @Cooperative
  String joinsWhatDoesNotBlock() {
    return CompletableFuture.supplyAsync(() -> "").join(); // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative
  void goesOnWhenItIsDone() { // silent
    CompletableFuture.supplyAsync(() -> load()).thenAccept(text -> {});
  }

  @Cooperative
  CompletableFuture<String> givesItBack() { // silent
    CompletableFuture<String> loaded = CompletableFuture.supplyAsync(() -> load());
    return loaded;
  }

  @Cooperative
  void submits() { // silent
    Future<String> loaded = workers.submit(() -> load());
    loaded.cancel(true);
  }

  @Cooperative
  void waitsElsewhere() { // silent
    workers.execute(() -> CompletableFuture.supplyAsync(() -> load()).join());
  }

  /** Nobody shares the thread. */
  void fromElsewhere() throws InterruptedException { // silent
    workers.invokeAll(List.of(() -> load()));
    CompletableFuture.supplyAsync(() -> load()).join();
  }

  private String load() {
    LockSupport.park();
    return "";
  }
}
