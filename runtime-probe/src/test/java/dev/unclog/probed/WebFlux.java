package dev.unclog.probed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** WebFlux on Reactor Netty that answers with what a file holds. */
public final class WebFlux {
  private final Path file;

  private WebFlux(Path file) {
    this.file = file;
  }

  /** Reads it elsewhere, and then on the event loop. */
  public static void main(String[] nothing) throws Exception {
    Path file = Files.writeString(Files.createTempFile("unclog", ".txt"), "text");
    WebFlux handlers = new WebFlux(file);
    RouterFunction<ServerResponse> routes =
        RouterFunctions.route()
            .GET("/clean", handlers::clean)
            .GET("/planted", handlers::planted)
            .build();
    DisposableServer server =
        HttpServer.create()
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
            .bindNow();
    Client client = new Client(server.port());
    client.get("/clean");
    client.get("/planted");
    client.get("/clean");
    server.disposeNow();
    Files.delete(file);
    System.out.println("played");
  }

  private Mono<ServerResponse> clean(ServerRequest request) {
    Culprit.hub();
    return Mono.fromCallable(() -> Files.readString(file))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(text -> ServerResponse.ok().bodyValue(text));
  }

  private Mono<ServerResponse> planted(ServerRequest request) {
    return Mono.just(file).map(WebFlux::read).flatMap(it -> ServerResponse.ok().bodyValue(it));
  }

  private static String read(Path file) {
    try {
      Culprit.nextLine();
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
