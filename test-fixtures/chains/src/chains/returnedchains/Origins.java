package chains.returnedchains;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What stands below a chain that a method returned runs where that one left off. */
class Origins {
  private Mono<String> plain() {
    return Mono.just("");
  }

  private Mono<String> moved() {
    return Mono.just("").publishOn(Schedulers.boundedElastic());
  }

  private Mono<String> subscribedElsewhere() {
    return Mono.just("").subscribeOn(Schedulers.boundedElastic());
  }

  private Mono<String> onLoops() {
    return Mono.just("").publishOn(Schedulers.parallel());
  }

  private Mono<String> movedOrNot(boolean isMoved) {
    return isMoved ? moved() : plain();
  }

  private Mono<String> given(Mono<String> other) {
    return other;
  }

  private Mono<String> ofItself(int times) {
    return ofItself(times - 1);
  }

  Mono<String> belowPlain() {
    return plain().map(x -> Callers.park()); // finds: PossiblyBlockingCall LockSupport.park()
  }

  Mono<String> belowMoved() { // silent
    return moved().map(x -> Callers.park());
  }

  Mono<String> belowSubscribedElsewhere() { // silent
    return subscribedElsewhere().map(x -> Callers.park());
  }

  Mono<String> belowWhatWentToLoops() {
    return onLoops().map(x -> Callers.park()); // finds: BlockingCall LockSupport.park()
  }

  /** Where values come from is not known: on a loop, as everywhere. */
  Mono<String> belowEither() {
    return movedOrNot(true).map(x -> Callers.park()); // finds: BlockingCall LockSupport.park()
  }

  Mono<String> belowAnother(Mono<String> other) {
    return given(other).map(x -> Callers.park()); // finds: BlockingCall LockSupport.park()
  }

  Mono<String> belowNothing() {
    return ofItself(1).map(x -> Callers.park()); // finds: BlockingCall LockSupport.park()
  }
}
