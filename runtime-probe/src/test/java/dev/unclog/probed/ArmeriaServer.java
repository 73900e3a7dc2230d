package dev.unclog.probed;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server of Armeria that waits for another one, played by a future. */
public final class ArmeriaServer {
  private static final long MILLIS = 50;

  private ArmeriaServer() {}

  /** Waits where that is allowed, and then on the event loop. */
  public static void main(String[] nothing) throws Exception {
    Server server =
        Server.builder()
            .http(0)
            .service("/clean", ArmeriaServer::clean)
            .service("/planted", ArmeriaServer::planted)
            .build();
    server.start().join();
    Client client = new Client(server.activeLocalPort());
    client.get("/clean");
    client.get("/planted");
    client.get("/clean");
    server.stop().join();
    System.out.println("played");
    System.exit(0); // Armeria's workers wait for work.
  }

  private static HttpResponse clean(ServiceRequestContext context, HttpRequest request) {
    Culprit.hub();
    return HttpResponse.of(
        CompletableFuture.supplyAsync(
            () -> HttpResponse.of(later().join()), context.blockingTaskExecutor()));
  }

  private static HttpResponse planted(ServiceRequestContext context, HttpRequest request) {
    CompletableFuture<String> answer = later();
    Culprit.nextLine();
    return HttpResponse.of(answer.join());
  }

  private static CompletableFuture<String> later() {
    return CompletableFuture.supplyAsync(
        () -> "text", CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS));
  }
}
