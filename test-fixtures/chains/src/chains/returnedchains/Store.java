package chains.returnedchains;

import reactor.core.publisher.Mono;

/** Open to callers that are not compiled here. */
public class Store {
  public Mono<String> load() {
    return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
  }
}
