package chains.returnedchains;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A chain that a method returns runs where its callers have it run. */
final class Callers {
  private Callers() {}

  static String park() {
    LockSupport.park();
    return "";
  }

  static class HandedOff {
    private Mono<String> load() { // silent
      return Mono.fromCallable(Callers::park);
    }

    public Mono<String> one() {
      return load().subscribeOn(Schedulers.boundedElastic());
    }

    public Mono<String> other() {
      Mono<String> loaded = load();
      return loaded.map(x -> x + x).subscribeOn(Schedulers.boundedElastic());
    }

    /** Beside calls of all sorts. */
    public Flux<String> all(String[] names) {
      return Flux.fromArray(names.clone())
          .flatMap(name -> load())
          .subscribeOn(Schedulers.boundedElastic());
    }
  }

  static class HandedOffByOneOnly {
    private Mono<String> load() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }

    public Mono<String> one() {
      return load().subscribeOn(Schedulers.boundedElastic());
    }

    public Mono<String> other() {
      return load().map(x -> x + x);
    }
  }

  static class ToLoops {
    private Mono<String> load() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }

    public Mono<String> one() {
      return load().subscribeOn(Schedulers.parallel());
    }
  }

  static class HandedOffFurtherOut {
    private Mono<String> load(String name) { // silent
      Mono<String> loaded = Mono.fromCallable(() -> name + park());
      return loaded.map(x -> x + x);
    }

    private Flux<String> all(List<String> names) {
      return Flux.fromIterable(names).flatMap(this::load);
    }

    private Flux<String> any(boolean many) {
      return many ? all(List.of("a")) : load("b").flux();
    }

    public Flux<String> everything() {
      return any(true).subscribeOn(Schedulers.boundedElastic());
    }

    public void later(ExecutorService workers) {
      workers.submit(() -> any(false).blockLast());
    }
  }

  static class OfItself {
    private Mono<String> load(int times) { // silent
      return times > 0
          ? Mono.defer(() -> load(times - 1))
          : Mono.fromCallable(Callers::park);
    }

    public Mono<String> twice() {
      return load(2).subscribeOn(Schedulers.boundedElastic());
    }
  }

  /** Nobody in sight calls it, so that whoever does is out of sight. */
  static class Unused {
    Mono<String> load() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }
  }

  /** The caller passes on what it gets, to whom is not to be seen. */
  static class PassedOn {
    private Mono<String> load() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }

    public Supplier<Mono<String>> source() {
      return () -> load();
    }
  }

  /** Whoever calls that method subscribes. */
  static class SubscribedInAMethod {
    private Mono<String> load() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }

    public CompletableFuture<String> start() {
      return load().toFuture();
    }
  }

  /** Subscribed to at once, in a function of which nothing is known. */
  static class SubscribedSomewhere {
    private Mono<String> load() { // silent
      return Mono.fromCallable(Callers::park);
    }

    public Supplier<CompletableFuture<String>> source() {
      return () -> load().toFuture();
    }
  }

  /** The same, but others may call it that are not in sight. */
  public static class SubscribedSomewhereOnly {
    private final Store store = new Store();

    public Supplier<CompletableFuture<String>> source() {
      return () -> store.load().toFuture();
    }
  }

  static class SubscribedOnALoop {
    private Mono<String> load() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }

    public Flux<Object> each(Flux<String> names) {
      return names.map(name -> load().subscribe());
    }
  }
}
