package chains.endpoints;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import java.util.concurrent.locks.LockSupport;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Methods that a framework finds by an annotation, and runs where their signature says. */
class Controllers {
  static class OfWebFlux {
    @GetMapping("/a")
    Mono<String> reactive() {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
      return Mono.empty();
    }

    @GetMapping("/b")
    String plain() {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
      return "";
    }

    String notMapped() { // silent
      LockSupport.park();
      return "";
    }
  }

  static class OfQuarkus {
    @GET
    public Uni<String> reactive() {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
      return Uni.createFrom().nullItem();
    }

    @GET
    public String plain() { // silent
      LockSupport.park();
      return "";
    }

    @GET
    @NonBlocking
    public String plainOnTheLoop() {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
      return "";
    }

    @GET
    @Blocking
    public Uni<String> onAWorker() { // silent
      LockSupport.park();
      return Uni.createFrom().nullItem();
    }

    @GET
    @RunOnVirtualThread
    public String onAVirtualThread() { // silent
      LockSupport.park();
      return "";
    }

    @GET
    @Transactional
    public Uni<String> inATransaction() {
      LockSupport.park(); // finds: BlockingBeforeReturn LockSupport.park()
      return Uni.createFrom().nullItem();
    }
  }

  @Blocking
  static class OfQuarkusOnWorkers {
    @GET
    public Uni<String> reactive() { // silent
      LockSupport.park();
      return Uni.createFrom().nullItem();
    }
  }

  @Controller("/a")
  static class OfMicronaut {
    @io.micronaut.http.annotation.Get("/a")
    String plain() {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
      return "";
    }

    @io.micronaut.http.annotation.Get("/b")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String onWorkers() { // silent
      LockSupport.park();
      return "";
    }
  }

  static class OfArmeria {
    @com.linecorp.armeria.server.annotation.Get("/a")
    public String plain() {
      LockSupport.park(); // finds: BlockingCall LockSupport.park()
      return "";
    }

    @com.linecorp.armeria.server.annotation.Get("/b")
    @com.linecorp.armeria.server.annotation.Blocking
    public String onWorkers() { // silent
      LockSupport.park();
      return "";
    }
  }
}
