package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.summary.Node.Edge;
import java.util.Optional;
import java.util.Set;

/** Adds the steps from those who take a lock to those who hold it. */
final class LockSteps {
  private final Program program;
  private final Bodies bodies;

  LockSteps(Program program, Bodies bodies) {
    this.program = program;
    this.bodies = bodies;
  }

  /** Adds a call that blocks; one that takes a lock does if those who hold it do. */
  void take(Call call, Edge edge) {
    Optional<Lock> taken = taken(call, edge);
    if (taken.isEmpty()) {
      edge.from.leads(edge);
      return;
    }
    Lock lock = taken.get();
    if (call.held().contains(lock)) {
      return; // Whoever has it already does not wait.
    }
    Edge taking = edge.presuming(unlessHeld(lock));
    if (!program.isTold(lock)) {
      taking.from.leads(taking);
      return;
    }
    for (BodyFacts holder : program.holders(lock)) {
      Engine.connect(Edge.toHolder(taking, bodies.holding(holder, lock)));
    }
  }

  private static Optional<Lock> taken(Call call, Edge edge) {
    return edge.sink.verdict().kind() == BlockingKind.LOCK
        ? edge.from.acquired.stream()
            .filter(acquisition -> acquisition.line() == call.line())
            .map(Lock.Acquisition::lock)
            .filter(lock -> lock.kind() == Lock.Kind.LOCK)
            .findFirst()
        : Optional.empty();
  }

  /** Adds the steps to those who hold a lock that a body takes. */
  void waitFor(Lock.Acquisition acquisition, Node from) {
    Lock lock = acquisition.lock();
    for (BodyFacts holder : program.holders(lock)) {
      Engine.connect(
          Edge.toLock(
              from,
              bodies.holding(holder, lock),
              program.name(lock),
              new Chain.Contention(lock, name(holder)),
              acquisition.line(),
              unlessHeld(lock)));
    }
  }

  /** A function that holds a lock is given to nothing that the way has named. */
  private String name(BodyFacts holder) {
    return HeldFields.isFunction(holder.method()) ? "a function" : program.name(holder.method());
  }

  /**
   * What taking a lock presumes: a map's bins are several locks, and a local's name tells nobody.
   */
  private static Set<Premise> unlessHeld(Lock lock) {
    return lock.kind() == Lock.Kind.MAP || lock.isLocal()
        ? Set.of()
        : Set.of(new Premise.NotHeld(lock));
  }
}
