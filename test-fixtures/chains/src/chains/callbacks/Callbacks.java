package chains.callbacks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What runs when a future completes may ask that future, and those it waited for, and no other. */
class Callbacks {
  void asksAnother(CompletableFuture<String> one, CompletableFuture<String> other) {
    one.whenComplete((text, problem) -> other.join()); // finds: BlockingCall CompletableFuture.join()
  }

  void asksTheSame(CompletableFuture<String> one) { // silent
    one.whenComplete((text, problem) -> one.join());
  }

  void asksTheSameByALocal() { // silent
    CompletableFuture<String> one = new CompletableFuture<>();
    one.thenAccept(text -> one.join());
  }

  void asksAnotherInAHelper(CompletableFuture<String> one, CompletableFuture<String> other) {
    one.thenAccept(text -> use(other)); // finds: BlockingCall CompletableFuture.join()
  }

  void asksTheSameInAHelper(CompletableFuture<String> one) { // silent
    one.thenAccept(text -> use(one));
  }

  void asksOneOfAll(CompletableFuture<String> one, CompletableFuture<String> other) { // silent
    CompletableFuture.allOf(one, other).thenRun(() -> use(other.join()));
  }

  void asksAllOfAList(List<CompletableFuture<String>> all) { // silent
    CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]))
        .thenApply(
            nothing -> all.stream().map(CompletableFuture::join).collect(Collectors.toList()));
  }

  void asksOneThatIsNotAmongAll(CompletableFuture<String> one, CompletableFuture<String> other) {
    CompletableFuture.allOf(one).thenRun(() -> use(other.join())); // finds: BlockingCall CompletableFuture.join()
  }

  /** Of any, the others may still be on their way. */
  void asksOneOfAny(CompletableFuture<String> one, CompletableFuture<String> other) {
    CompletableFuture.anyOf(one, other).thenRun(() -> use(other.join())); // finds: BlockingCall CompletableFuture.join()
  }

  void asksTheFirstInTheSecond( // silent
      CompletableFuture<String> one, CompletableFuture<String> other) {
    one.thenCompose(text -> other.thenApply(more -> one.join() + more));
  }

  /** The future that a callback belongs to is not the one it makes. */
  void asksWhatComesAfter(CompletableFuture<String> one) {
    CompletableFuture<Integer> later = new CompletableFuture<>();
    one.thenApply(text -> later.join()).thenAccept(later::complete); // finds: BlockingCall CompletableFuture.join()
  }

  private static void use(CompletableFuture<String> future) {
    future.join();
  }

  private static void use(String text) {}
}
