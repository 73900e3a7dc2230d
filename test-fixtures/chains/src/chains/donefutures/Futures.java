package chains.donefutures;

import static com.google.common.util.concurrent.Futures.getUnchecked;

import chains.donefutures.library.Tasks;
import dev.unclog.annotations.Cooperative;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** A future that is known to be done does not make anybody wait. */
class Futures {
  private final CompletableFuture<String> ready = CompletableFuture.completedFuture("ready");
  private final CompletableFuture<String> sometime = new CompletableFuture<>();

  @Cooperative
  String joins(CompletableFuture<String> future) {
    return future.join(); // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative // silent
  String joinsIfDone(CompletableFuture<String> future) {
    return future.isDone() ? future.join() : "";
  }

  @Cooperative // silent
  String leavesUnlessDone(CompletableFuture<String> future) {
    if (!future.isDone()) {
      return "";
    }
    return future.join();
  }

  /** What is at hand makes nobody wait, whichever of two it is. */
  @Cooperative // silent
  String asksForWhatIsAtHand(boolean isThere) {
    Mono<String> answer = isThere ? Mono.just("yes") : Mono.empty();
    return answer.block();
  }

  @Cooperative
  String asksForWhatMayBeAtHand(boolean isThere, Mono<String> asked) {
    Mono<String> answer = isThere ? Mono.just("yes") : asked;
    return answer.block(); // finds: BlockingCall Mono.block()
  }

  /** It asks, and joins where the answer was no. */
  @Cooperative
  String joinsIfNotDone(CompletableFuture<String> future) {
    return future.isDone() ? "" : future.join(); // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative // silent
  String joinsIfFailed(CompletableFuture<String> future) {
    if (future.isCompletedExceptionally()) {
      return future.join();
    }
    return "";
  }

  /** Who has run a task need not wait for it. */
  @Cooperative // silent
  String runsATaskByItself(FutureTask<String> task) throws Exception {
    task.run();
    return task.get();
  }

  @Cooperative
  String waitsForATask(FutureTask<String> task) throws Exception {
    return task.get(); // finds: BlockingCall FutureTask.get()
  }

  /** What is found of itself holds for super too. */
  static class Recorded extends FutureTask<String> {
    Recorded() {
      super(() -> "done");
    }

    @Cooperative // silent
    String afterRun() throws Exception {
      if (!isDone()) {
        throw new IllegalStateException();
      }
      return super.get();
    }

    @Cooperative
    String sometime() throws Exception {
      return super.get(); // finds: BlockingCall FutureTask.get()
    }
  }

  @Cooperative // silent
  void runsATaskInALibrary(FutureTask<String> task) throws Exception {
    Tasks.run(task);
  }

  @Cooperative
  void waitsForATaskInALibrary(FutureTask<String> task) throws Exception {
    Tasks.await(task); // finds: BlockingCall FutureTask.get()
  }

  @Cooperative
  String joinsInAHelper(CompletableFuture<String> future) {
    return joined(future); // finds: BlockingCall CompletableFuture.join()
  }

  private static String joined(CompletableFuture<String> future) {
    return future.join();
  }

  @Cooperative // silent
  String joinsInAHelperThatAsks(CompletableFuture<String> future) {
    return joinedIfDone(future);
  }

  private static String joinedIfDone(CompletableFuture<String> future) {
    return future.isDone() ? future.join() : "";
  }

  /** A helper of a library asks. */
  @Cooperative // silent
  String joinsIfAHelperSaysSo(CompletableFuture<String> future) {
    return Tasks.isCompletedSuccessfully(future) ? future.join() : "";
  }

  @Cooperative // silent
  String joinsByAHelperIfAnotherSaysSo(CompletableFuture<String> future) {
    if (Tasks.isCompletedSuccessfully(future)) {
      return getUnchecked(future);
    }
    return "";
  }

  @Cooperative
  String joinsByAHelper(CompletableFuture<String> future) {
    return getUnchecked(future); // finds: BlockingCall Futures.getUnchecked(Future)
  }

  @Cooperative
  String asksAHelperAboutAnotherOne(
      CompletableFuture<String> one, CompletableFuture<String> other) {
    return Tasks.isCompletedSuccessfully(one)
        ? other.join() // finds: BlockingCall CompletableFuture.join()
        : "";
  }

  /** Another one is asked. */
  @Cooperative
  String asksAnotherOne(CompletableFuture<String> one, CompletableFuture<String> other) {
    return one.isDone() ? other.join() : ""; // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative // silent
  String joinsWhatIsCompleted() {
    CompletableFuture<String> done = CompletableFuture.completedFuture("done");
    return done.join();
  }

  @Cooperative // silent
  String joinsAFieldThatIsCompleted() {
    return ready.join();
  }

  @Cooperative
  String joinsAFieldThatIsNot() {
    return sometime.join(); // finds: BlockingCall CompletableFuture.join()
  }

  @Cooperative // silent
  String joinsAfterCompleting() {
    CompletableFuture<String> done = new CompletableFuture<>();
    done.complete("done");
    return done.join();
  }

  @Cooperative // silent
  void joinsInACallbackOfTheSame(CompletableFuture<String> future) {
    future.whenComplete((text, problem) -> use(future.join()));
  }

  @Cooperative // silent
  CompletableFuture<Integer> joinsAfterAllOf(
      CompletableFuture<String> one, CompletableFuture<String> other) {
    return CompletableFuture.allOf(one, other)
        .thenApply(nothing -> one.join().length() + other.join().length());
  }

  @Cooperative // silent
  CompletableFuture<List<String>> joinsAListAfterAllOf(List<CompletableFuture<String>> all) {
    return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]))
        .thenApply(nothing -> all.stream().map(CompletableFuture::join).collect(Collectors.toList()));
  }

  private static void use(String text) {}
}
