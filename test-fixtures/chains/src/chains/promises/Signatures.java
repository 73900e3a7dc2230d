package chains.promises;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who returns what is to come later promises not to block until then. */
class Signatures {
  public CompletableFuture<String> loads() {
    return CompletableFuture.completedFuture(load()); // finds: BlockingBeforeReturn Files.readString(Path)
  }

  public CompletableFuture<String> loadsLater() { // silent
    return CompletableFuture.supplyAsync(() -> load());
  }

  public void loadsForAHandler(Handler<AsyncResult<String>> handler) {
    handler.handle(Future.succeededFuture(load())); // finds: BlockingBeforeReturn Files.readString(Path)
  }

  /** What it is given is an event, and no result. */
  public void listens(Handler<String> handler) { // silent
    handler.handle(load());
  }

  public Future<String> loadsOnAWorker(Vertx vertx) { // silent
    return vertx.executeBlocking(() -> load());
  }

  public Mono<String> loadsTheArgument() {
    return Mono.just(load()).subscribeOn(Schedulers.boundedElastic()); // finds: BlockingBeforeReturn Files.readString(Path)
  }

  public String promisesNothing() { // silent
    return load();
  }

  /** Its callers are within. */
  private CompletableFuture<String> helps() { // silent
    return CompletableFuture.completedFuture(load());
  }

  /** A lock that is free is no wait. */
  public CompletableFuture<String> locks(Lock lock) { // silent
    lock.lock();
    try {
      return CompletableFuture.completedFuture("");
    } finally {
      lock.unlock();
    }
  }

  static String load() {
    try {
      return Files.readString(Path.of("a"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
