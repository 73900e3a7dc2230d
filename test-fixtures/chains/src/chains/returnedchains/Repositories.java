package chains.returnedchains;

import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Open to others, and called through an interface; whoever is in sight hands it off. */
public class Repositories {
  /** Of the project. */
  public interface Repository {
    Mono<String> find(String id);
  }

  /** Its only implementation. */
  public static class InFiles implements Repository {
    @Override
    public Mono<String> find(String id) { // silent
      return Mono.fromCallable(() -> id + Callers.park());
    }
  }

  /** Whom this is given to knows it by an interface of its own. */
  public static class AsCallable implements Callable<Mono<String>> {
    @Override
    public Mono<String> call() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }

    public Mono<String> handedOff() {
      return call().subscribeOn(Schedulers.boundedElastic());
    }
  }

  /** Who adds to it what it does anyhow is no other caller. */
  public static class Wrapped extends AsPublished {
    @Override
    Mono<String> find() {
      return super.find().map(found -> found + found);
    }
  }

  /** Nobody but that one calls it. */
  public static class AsPublished {
    Mono<String> find() {
      return Mono.fromCallable(Callers::park); // finds: PossiblyBlockingCall LockSupport.park()
    }
  }

  private final Repository repository = new InFiles();

  public Flux<String> all(String[] ids) {
    return Flux.fromArray(ids)
        .flatMap(id -> repository.find(id).map(found -> found + id))
        .subscribeOn(Schedulers.boundedElastic());
  }
}
