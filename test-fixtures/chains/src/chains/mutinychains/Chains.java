package chains.mutinychains;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** emitOn for what stands below, runSubscriptionOn for the source above. */
class Chains {
  private final Executor workers = Executors.newFixedThreadPool(4);

  Uni<String> operator(Uni<String> value) {
    return value.onItem().transform(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Uni<String> shortOperator(Uni<String> value) {
    return value.map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  Uni<String> belowEmitOn(Uni<String> value) { // silent
    return value.emitOn(Infrastructure.getDefaultWorkerPool()).onItem().transform(Chains::wait);
  }

  Uni<String> belowEmitOnAField(Uni<String> value) { // silent
    return value.emitOn(workers).map(Chains::wait);
  }

  Multi<String> above(Multi<String> values) {
    return values.onItem().invoke(value -> wait(value)).emitOn(workers); // finds: BlockingCall LockSupport.park()
  }

  Uni<String> source() {
    return Uni.createFrom().item(() -> wait("")); // finds: PossiblyBlockingCall LockSupport.park()
  }

  Uni<String> sourceThatMoves() { // silent
    return Uni.createFrom().item(() -> wait("")).runSubscriptionOn(workers);
  }

  Uni<String> onWhoeverSubscribes(Uni<String> value) {
    return value.emitOn(Runnable::run).map(Chains::wait); // finds: BlockingCall LockSupport.park()
  }

  static String wait(String value) {
    LockSupport.park();
    return value;
  }
}
