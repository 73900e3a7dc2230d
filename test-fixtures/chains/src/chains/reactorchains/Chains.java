package chains.reactorchains;

import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The hops of a chain decide, each for what it governs. */
class Chains {
  private static final Scheduler WORKERS = Schedulers.newBoundedElastic(1, 1, "workers");
  private final Scheduler loops = Schedulers.newParallel("loops");

  Flux<String> operator(Flux<String> values) {
    return values.map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Flux<String> belowPublishOn(Flux<String> values) { // silent
    return values.publishOn(Schedulers.boundedElastic()).filter(x -> true).map(Chains::wait);
  }

  /** What stands above it has not hopped yet. */
  Flux<String> abovePublishOn(Flux<String> values) {
    return values.map(Chains::wait).publishOn(Schedulers.boundedElastic()); // finds: BlockingCall LockSupport.park()
  }

  Flux<String> belowTwoHops(Flux<String> values) {
    return values
        .publishOn(Schedulers.boundedElastic())
        .publishOn(Schedulers.parallel())
        .map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Flux<String> belowAConstant(Flux<String> values) { // silent
    return values.publishOn(WORKERS).map(Chains::wait);
  }

  Flux<String> belowAField(Flux<String> values) {
    return values.publishOn(loops).map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Flux<String> belowALocal(Flux<String> values) { // silent
    Scheduler workers = Schedulers.boundedElastic();
    return values.publishOn(workers).map(Chains::wait);
  }

  Flux<String> belowAFactory(Flux<String> values) { // silent
    return values.publishOn(workers()).map(Chains::wait);
  }

  private static Scheduler workers() {
    return Schedulers.boundedElastic();
  }

  Flux<String> belowAFactoryOfLoops(Flux<String> values) {
    return values.publishOn(loops()).map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  private static Scheduler loops() {
    return Schedulers.single();
  }

  /** Handed off, wherever that is. */
  Flux<String> belowAParameter(Flux<String> values, Scheduler any) { // silent
    return values.publishOn(any).map(Chains::wait);
  }

  Flux<String> belowAnExecutor(Flux<String> values) { // silent
    return values
        .publishOn(Schedulers.fromExecutor(Executors.newFixedThreadPool(2)))
        .map(Chains::wait);
  }

  /** It stays where it is. */
  Flux<String> belowImmediate(Flux<String> values) {
    return values.publishOn(Schedulers.immediate()).map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Mono<String> source() {
    return Mono.fromCallable(() -> wait("")); // finds: PossiblyBlockingCall LockSupport.park()
  }

  Mono<String> sourceAboveSubscribeOn() { // silent
    return Mono.fromCallable(() -> wait(""))
        .map(x -> x + "")
        .subscribeOn(Schedulers.boundedElastic());
  }

  Mono<String> sourceAboveTheWrongOne() {
    return Mono.fromCallable(() -> wait("")).subscribeOn(Schedulers.parallel()); // finds: BlockingCall LockSupport.park()
  }

  /** The one that is nearest to the source. */
  Mono<String> sourceAboveTwo() { // silent
    return Mono.fromCallable(() -> wait(""))
        .subscribeOn(Schedulers.boundedElastic())
        .subscribeOn(Schedulers.parallel());
  }

  Mono<String> sourceAbovePublishOn() {
    return Mono.fromCallable(() -> wait("")).publishOn(Schedulers.boundedElastic()); // finds: PossiblyBlockingCall LockSupport.park()
  }

  Mono<String> belowSubscribeOn() { // silent
    return Mono.fromCallable(() -> "").subscribeOn(Schedulers.boundedElastic()).map(Chains::wait);
  }

  Mono<String> inAVariable() { // silent
    Mono<String> lazy = Mono.fromCallable(() -> wait(""));
    return lazy.subscribeOn(Schedulers.boundedElastic());
  }

  Flux<String> innerSourceInAnOperator(Flux<String> values) {
    return values.flatMap(value -> Mono.fromCallable(() -> wait(value))); // finds: BlockingCall LockSupport.park()
  }

  Flux<String> innerSourceThatHops(Flux<String> values) { // silent
    return values.flatMap(
        value -> Mono.fromCallable(() -> wait(value)).subscribeOn(Schedulers.boundedElastic()));
  }

  /** What comes out of a chain of its own comes from where that went. */
  Flux<String> belowAnInnerHop(Flux<String> values) { // silent
    return values
        .flatMap(value -> Mono.just(value).publishOn(Schedulers.boundedElastic()))
        .map(Chains::wait);
  }

  Flux<String> innerSourceBelowAHop(Flux<String> values) { // silent
    return values
        .publishOn(Schedulers.boundedElastic())
        .flatMap(value -> Mono.fromCallable(() -> wait(value)));
  }

  Mono<String> deferredAboveSubscribeOn() { // silent
    return Mono.defer(() -> Mono.fromCallable(() -> wait("")))
        .subscribeOn(Schedulers.boundedElastic());
  }

  Mono<String> otherSource(Mono<String> first) { // silent
    return first
        .switchIfEmpty(Mono.fromCallable(() -> wait("")))
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** The argument is evaluated before there is a chain. */
  Flux<Mono<String>> eager(Flux<String> values) {
    return values.map(
        value -> Mono.just(wait(value)).subscribeOn(Schedulers.boundedElastic())); // finds: BlockingCall LockSupport.park()
  }

  void subscribes(Flux<String> values) {
    values.subscribe(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  /** Whoever calls may block. */
  void subscribesHere() { // silent
    Mono.fromCallable(() -> wait("")).subscribe();
  }

  /** Nor is it another's business that the method promises something for later. */
  Mono<String> promisesAndSubscribesHere() { // silent
    Mono.fromCallable(() -> wait("")).subscribe();
    return Mono.just("");
  }

  void subscribesByAWrapper() { // silent
    run(() -> wait(""));
  }

  private static void run(java.util.concurrent.Callable<?> work) {
    Mono.fromCallable(work).subscribe();
  }

  void handsToASubscription(Flux<String> values) {
    values.subscribe(value -> run(() -> wait(value))); // finds: BlockingCall LockSupport.park()
  }

  /** A wrapper of the project's own, read by its body. */
  Mono<String> wrapped() { // silent
    return offloaded(() -> wait(""));
  }

  private static <T> Mono<T> offloaded(java.util.concurrent.Callable<T> work) {
    return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
  }

  Mono<String> wrappedForNothing() {
    return deferred(() -> wait("")); // finds: PossiblyBlockingCall LockSupport.park()
  }

  private static <T> Mono<T> deferred(java.util.concurrent.Callable<T> work) {
    return Mono.fromCallable(work);
  }

  Mono<String> delayed() {
    return Mono.delay(java.time.Duration.ofMillis(1))
        .publishOn(Schedulers.boundedElastic())
        .map(tick -> "")
        .delayElement(java.time.Duration.ofMillis(1))
        .map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Mono<String> transformed(Mono<String> one) { // silent
    return one.transform(same -> same.subscribeOn(WORKERS).map(Chains::wait));
  }

  /** One variable for a chain as it grows. */
  Mono<String> assigned(boolean quick) { // silent
    Mono<String> one;
    if (quick) {
      one = Mono.just("");
    } else {
      one = Mono.fromCallable(() -> wait(""));
      one = one.doOnNext(String::trim).subscribeOn(Schedulers.boundedElastic());
    }
    return one;
  }

  Mono<String> assignedForNothing(boolean quick) {
    Mono<String> one;
    if (quick) {
      one = Mono.just("");
    } else {
      one = Mono.fromCallable(() -> wait("")); // finds: PossiblyBlockingCall LockSupport.park()
      one = one.doOnNext(String::trim);
    }
    return one;
  }

  /** A chain in one variable stands below what was added to it before. */
  Flux<String> grown(Flux<String> values) { // silent
    Flux<String> flux = values.filter(x -> true);
    flux = flux.publishOn(Schedulers.boundedElastic());
    flux = flux.filter(x -> true);
    return flux.map(Chains::wait);
  }

  Flux<String> grownBack(Flux<String> values) {
    Flux<String> flux = values.publishOn(Schedulers.boundedElastic());
    flux = flux.publishOn(Schedulers.parallel());
    return flux.map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Flux<String> grownFromAParameter(Flux<String> values) { // silent
    values = values.publishOn(Schedulers.boundedElastic());
    return values.map(Chains::wait);
  }

  Flux<String> grownPerhaps(Flux<String> values, boolean isAside) {
    Flux<String> flux = values.filter(x -> true);
    if (isAside) {
      flux = flux.publishOn(Schedulers.boundedElastic());
    }
    return flux.map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  /** From the second turn on it stands below another hop. */
  Flux<String> grownInALoop(Flux<String> values, int times) {
    Flux<String> flux = values.publishOn(Schedulers.boundedElastic());
    for (int i = 0; i < times; i++) {
      flux = flux.map(Chains::wait).publishOn(Schedulers.parallel()); // finds: BlockingCall LockSupport.park()
    }
    return flux;
  }

  /** What failed before it hopped has not. */
  Flux<String> grownInATry(Flux<String> values) {
    Flux<String> flux = values.publishOn(Schedulers.boundedElastic());
    try {
      flux = flux.publishOn(Schedulers.parallel());
    } catch (IllegalStateException e) {
      flux = flux.map(Chains::wait); // finds: BlockingCall LockSupport.park()
    }
    return flux;
  }

  /** Later it hops, and too late. */
  Flux<String> grownTooLate(Flux<String> values) {
    Flux<String> flux = values.filter(x -> true);
    flux = flux.map(Chains::wait); // finds: BlockingCall LockSupport.park()
    flux = flux.publishOn(Schedulers.boundedElastic());
    return flux;
  }

  static String wait(String value) {
    LockSupport.park();
    return value;
  }
}
