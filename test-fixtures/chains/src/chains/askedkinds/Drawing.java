package chains.askedkinds;

import java.io.File;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Who asks for a kind that is off by default is told also where two things are uncertain. */
class Drawing {
  Flux<String> draws() {
    return Flux.range(1, 3).map(number -> UUID.randomUUID().toString()); // finds: PossiblyBlockingCall UUID.randomUUID()
  }

  Flux<String> drawsElsewhere() { // silent
    return Flux.range(1, 3)
        .publishOn(Schedulers.boundedElastic())
        .map(number -> UUID.randomUUID().toString());
  }

  /** Of a kind that is on anyway, and as near. */
  Flux<Boolean> asks(File file) {
    return Flux.range(1, 3).map(number -> file.exists()); // finds: PossiblyBlockingCall File.exists()
  }

  /** Of such a kind, and not near. */
  Flux<Boolean> asksFarAway(File file) { // silent
    return Flux.range(1, 3).map(number -> first(file));
  }

  private static boolean first(File file) {
    return second(file);
  }

  private static boolean second(File file) {
    return third(file);
  }

  private static boolean third(File file) {
    return file.exists();
  }

  Flux<String> drawsFarAway() {
    return Flux.range(1, 3).map(number -> one()); // finds: PossiblyBlockingCall UUID.randomUUID()
  }

  private static String one() {
    return two();
  }

  private static String two() {
    return three();
  }

  private static String three() {
    return UUID.randomUUID().toString();
  }

  /** A promise is not broken by what may happen. */
  public CompletableFuture<String> promises() { // silent
    return CompletableFuture.completedFuture(UUID.randomUUID().toString());
  }
}
