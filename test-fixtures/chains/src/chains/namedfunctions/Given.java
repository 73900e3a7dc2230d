package chains.namedfunctions;

import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Functions that are given away by another name than their own are judged by where they go. */
class Given {
  private static final Function<String, String> CONSTANT = Given::parks; // finds: BlockingCall LockSupport.parkNanos(long)

  private final Function<String, String> field = text -> text + parked(1); // finds: BlockingCall LockSupport.parkNanos(long)
  private final Handler<Promise<String>> work = promise -> promise.complete(parked(2)); // silent
  private final Function<String, String> unused = text -> text + parked(3); // silent

  Flux<String> constant(Flux<String> texts) {
    return texts.map(CONSTANT);
  }

  static String parks(String text) {
    return text + parked(4);
  }

  Flux<String> field(Flux<String> texts) {
    return texts.map(field);
  }

  Flux<String> variable(Flux<String> texts) {
    Function<String, String> local = text -> text + parked(5); // finds: BlockingCall LockSupport.parkNanos(long)
    return texts.map(local);
  }

  Flux<String> made(Flux<String> texts) {
    return texts.map(make());
  }

  private Function<String, String> make() {
    return text -> text + parked(6); // finds: BlockingCall LockSupport.parkNanos(long)
  }

  Flux<String> madeElsewhere(Flux<String> texts) {
    return texts.map(Makers.ofParking(7));
  }

  Flux<String> object(Flux<String> texts) {
    return texts.map(new Parks());
  }

  Flux<String> anonymous(Flux<String> texts) {
    Function<String, String> object =
        new Function<>() {
          @Override
          public String apply(String text) {
            return text + parked(8); // finds: BlockingCall LockSupport.parkNanos(long)
          }
        };
    return texts.map(object);
  }

  /** Who has only the interface of something sees none of it. */
  Flux<String> given(Flux<String> texts, Function<String, String> parameter) { // silent
    return texts.map(parameter);
  }

  Flux<String> quick(Flux<String> texts) {
    Function<String, String> quick = text -> text + "!"; // silent
    return texts.map(quick);
  }

  /** On workers it may block, whatever its type is for elsewhere. */
  void worked(Vertx vertx) {
    vertx.executeBlocking(work);
  }

  Flux<String> movedToWorkers(Flux<String> texts) {
    Function<String, String> moved = text -> text + parked(9); // silent
    return texts.publishOn(Schedulers.boundedElastic()).map(moved);
  }

  /** Of two places the worse counts. */
  Flux<String> both(Flux<String> texts) {
    Function<String, String> both = text -> text + parked(10); // finds: BlockingCall LockSupport.parkNanos(long)
    return texts.map(both).publishOn(Schedulers.boundedElastic()).map(both);
  }

  /** What nobody gives away is nobody's. */
  void kept(Consumer<Function<String, String>> other) { // silent
    Function<String, String> kept = text -> text + parked(11);
    other.accept(kept);
  }

  static String parked(int times) {
    LockSupport.parkNanos(times);
    return "";
  }
}
