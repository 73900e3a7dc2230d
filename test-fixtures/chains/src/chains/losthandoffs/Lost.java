package chains.losthandoffs;

import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A chain that hops is another chain: who throws it away goes on with the one that does not. */
class Lost {
  Mono<String> thrownAway() {
    Mono<String> mono = Mono.fromCallable(() -> wait("")); // finds: PossiblyBlockingCall LockSupport.park()
    mono.subscribeOn(Schedulers.boundedElastic()); // finds: LostHandOff Mono.subscribeOn(Scheduler)
    return mono;
  }

  Mono<String> kept() { // silent
    Mono<String> mono = Mono.fromCallable(() -> wait(""));
    mono = mono.subscribeOn(Schedulers.boundedElastic());
    return mono;
  }

  void ofAFlux(Flux<String> flux) {
    flux.map(text -> text).publishOn(Schedulers.boundedElastic()); // finds: LostHandOff Flux.publishOn(Scheduler)
    flux.map(Lost::wait).subscribe(); // finds: BlockingCall LockSupport.park()
  }

  void ofOthers(Single<String> single, Uni<String> uni) {
    single.observeOn(io.reactivex.rxjava3.schedulers.Schedulers.io()); // finds: LostHandOff Single.observeOn(Scheduler)
    uni.emitOn(Infrastructure.getDefaultExecutor()); // finds: LostHandOff Uni.emitOn(Executor)
  }

  /** These do their work without being looked at. */
  void startsWork(CompletableFuture<String> future, ExecutorService workers) { // silent
    future.thenApplyAsync(Lost::wait, workers);
    CompletableFuture.supplyAsync(() -> wait(""), workers);
  }

  static String wait(String value) {
    LockSupport.park();
    return value;
  }
}
