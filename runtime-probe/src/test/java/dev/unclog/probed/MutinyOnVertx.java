package dev.unclog.probed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Mutiny on the event loops of Vert.x, as Quarkus runs it. */
public final class MutinyOnVertx {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long MILLIS = 50;

  private MutinyOnVertx() {}

  /** Awaits a result on a worker, and then on the event loop. */
  public static void main(String[] nothing) throws Exception {
    Vertx vertx = Vertx.vertx();
    tick(vertx)
        .invoke(Culprit::hub)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(tick -> await(tick(vertx)))
        .await()
        .atMost(PATIENCE);
    tick(vertx).map(tick -> awaitOnHub(later())).await().atMost(PATIENCE);
    tick(vertx).flatMap(tick -> tick(vertx)).await().atMost(PATIENCE);
    vertx.close().toCompletionStage().toCompletableFuture().get();
    System.out.println("played");
    System.exit(0); // Mutiny's workers wait for work.
  }

  private static Uni<Long> tick(Vertx vertx) {
    return Uni.createFrom()
        .emitter(
            emitter -> vertx.runOnContext(nothing -> vertx.setTimer(MILLIS, emitter::complete)));
  }

  /** On a thread of Mutiny's own. */
  private static Uni<Long> later() {
    return Uni.createFrom().item(MILLIS).onItem().delayIt().by(Duration.ofMillis(MILLIS));
  }

  private static Long await(Uni<Long> result) {
    return result.await().atMost(PATIENCE);
  }

  private static Long awaitOnHub(Uni<Long> result) {
    CompletionStage<Long> begun = result.subscribeAsCompletionStage();
    Uni<Long> rest = Uni.createFrom().completionStage(begun);
    Culprit.nextLine();
    return rest.await().atMost(PATIENCE);
  }
}
