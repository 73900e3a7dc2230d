package dev.unclog.probed;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Vert.x web that asks a database by JDBC. */
public final class VertxWeb {
  private VertxWeb() {}

  /** Asks it on a worker, and then on the event loop. */
  public static void main(String[] url) throws Exception {
    Vertx vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router.get("/clean").handler(request -> clean(request, url[0]));
    router.get("/planted").handler(request -> planted(request, url[0]));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    Client client = new Client(server.actualPort());
    client.get("/clean");
    client.get("/planted");
    client.get("/clean");
    vertx.close().toCompletionStage().toCompletableFuture().get();
    System.out.println("played");
  }

  private static void clean(RoutingContext request, String url) {
    Culprit.hub();
    request
        .vertx()
        .executeBlocking(() -> Database.ask(url))
        .onSuccess(request::end)
        .onFailure(request::fail);
  }

  private static void planted(RoutingContext request, String url) {
    try {
      request.end(Database.askOnHub(url));
    } catch (java.sql.SQLException e) {
      request.fail(e);
    }
  }
}
