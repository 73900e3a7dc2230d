package chains.returnedchains.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** In a package that is nobody else's, by its name. */
public abstract class Files {
  /** What calls the function is not to be seen. */
  public Function<String, CompletableFuture<String>> reader() {
    return name -> read(name).toFuture();
  }

  abstract Mono<String> read(String name);

  /** Called by the name of what it implements. */
  public static class OnDisk extends Files {
    @Override
    Mono<String> read(String name) { // silent
      return Mono.fromCallable(
          () -> {
            LockSupport.park();
            return name;
          });
    }
  }
}
