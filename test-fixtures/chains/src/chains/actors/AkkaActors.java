package chains.actors;

import akka.actor.AbstractActor;
import akka.actor.UntypedAbstractActor;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.stream.javadsl.Source;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A dispatcher has few threads and many actors; which, configuration tells. */
class AkkaActors {
  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(2);

  static class Receives extends AbstractActor {
    @Override
    public void preStart() {
      LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(String.class, text -> LockSupport.park()) // finds: PossiblyBlockingCall LockSupport.park()
          .match(Integer.class, number -> CompletableFuture.runAsync(LockSupport::park, WORKERS))
          .build();
    }

    void plain() { // silent
      LockSupport.park();
    }
  }

  static class ReceivesAnything extends UntypedAbstractActor {
    @Override
    public void onReceive(Object message) {
      LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
    }
  }

  static class HandsOff extends UntypedAbstractActor {
    @Override
    public void onReceive(Object message) { // silent
      WORKERS.execute(() -> LockSupport.park());
    }
  }

  Behavior<String> typed() {
    return Behaviors.receive(String.class)
        .onMessage(
            String.class,
            text -> {
              LockSupport.park(); // finds: PossiblyBlockingCall LockSupport.park()
              return Behaviors.same();
            })
        .build();
  }

  Source<String, ?> streamed(Source<String, ?> values) {
    return values.map(AkkaActors::load); // finds: PossiblyBlockingCall LockSupport.park()
  }

  Source<String, ?> streamedByOthers(Source<String, ?> values) { // silent
    return values.mapAsync(4, text -> CompletableFuture.supplyAsync(() -> load(text), WORKERS));
  }

  private static String load(String text) {
    LockSupport.park();
    return text;
  }
}
