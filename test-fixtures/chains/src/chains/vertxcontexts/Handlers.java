package chains.vertxcontexts;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.AsyncResult;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever takes a handler runs it on the event loop, but for what says otherwise. */
class Handlers {
  static class Main extends AbstractVerticle {
    @Override
    public void start() throws Exception {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
      vertx.setTimer(10, id -> load()); // finds: BlockingCall Files.readString(Path)
      vertx.eventBus().consumer("address", this::onMessage);
    }

    void onMessage(Message<String> message) {} // silent
  }

  static class Worker extends AbstractVerticle {
    @Override
    public void start() throws Exception { // silent
      Thread.sleep(10);
    }
  }

  static class Virtual extends AbstractVerticle {
    @Override
    public void start() throws Exception { // silent
      Thread.sleep(10);
    }
  }

  static class Standard extends AbstractVerticle {
    @Override
    public void start() throws Exception {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  static class Waiting extends AbstractVerticle {
    Waiting(String name) {}

    @Override
    public void start() throws Exception { // silent
      Thread.sleep(10);
    }
  }

  static class Looping extends AbstractVerticle {
    Looping(String name) {}

    @Override
    public void start() throws Exception {
      Thread.sleep(10); // finds: BlockingCall Thread.sleep(long)
    }
  }

  /** Lambdas of this type are given to workers alone. */
  interface Task extends Handler<Promise<String>> {
    String work() throws Exception;

    @Override
    default void handle(Promise<String> promise) { // silent
      try {
        promise.complete(work());
      } catch (Exception e) {
        promise.fail(e);
      }
    }
  }

  Future<String> runs(Vertx vertx) { // silent
    return onWorkers(vertx, () -> load());
  }

  private static Future<String> onWorkers(Vertx vertx, Task task) {
    return vertx.executeBlocking(task, false);
  }

  void deploys(Vertx vertx) {
    vertx.deployVerticle(new Worker(), new DeploymentOptions().setWorker(true));
    DeploymentOptions options =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    vertx.deployVerticle(Virtual.class, options);
    vertx.deployVerticle(Standard::new, new DeploymentOptions().setInstances(2));
    vertx.deployVerticle(
        () -> {
          String name = load();
          return new Waiting(name);
        },
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
    vertx.deployVerticle(() -> new Looping("a"), new DeploymentOptions().setInstances(2));
  }

  static String load() {
    try {
      return Files.readString(Path.of("a"));
    } catch (java.io.IOException e) {
      return "";
    }
  }

  void routes(Router router) {
    router.get("/a").handler(context -> context.end(load())); // finds: BlockingCall Files.readString(Path)
  }

  void routesToMethods(Router router) {
    router.get("/b").handler(this::handle); // finds: BlockingCall Files.readString(Path)
  }

  private void handle(RoutingContext context) {
    context.end(load());
  }

  void routesToWorkers(Router router) { // silent
    router.get("/a").blockingHandler(context -> context.end(load()));
    router.get("/b").blockingHandler(this::handle);
    router.get("/c").blockingHandler(this::handle, false);
  }

  static class Named implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
      context.end(load()); // finds: BlockingCall Files.readString(Path)
    }
  }

  void offloads(Vertx vertx, Handler<AsyncResult<String>> done) { // silent
    vertx.executeBlocking(() -> load()).onComplete(done);
  }

  void comesBack(Vertx vertx) {
    vertx
        .executeBlocking(Handlers::load)
        .onSuccess(text -> load()) // finds: BlockingCall Files.readString(Path)
        .onComplete(result -> {});
  }

  /** At once, on whoever calls. */
  Future<String> makes() {
    return Future.future(promise -> promise.complete(load())); // finds: BlockingBeforeReturn Files.readString(Path)
  }

  Future<String> composes(Future<String> first) {
    return first.compose(text -> Future.succeededFuture(load())); // finds: BlockingCall Files.readString(Path)
  }
}
