package chains.promises;

import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Flux;

/** What makes the parts of an application is called once, before anybody is served. */
class Beans {
  @Bean
  public Flux<String> events() { // silent
    return Flux.just(Signatures.load());
  }

  public Flux<String> eventsForEachCaller() {
    return Flux.just(Signatures.load()); // finds: BlockingBeforeReturn Files.readString(Path)
  }

  @Deprecated
  public CompletableFuture<String> marked() {
    return CompletableFuture.completedFuture(Signatures.load()); // finds: BlockingBeforeReturn Files.readString(Path)
  }
}
