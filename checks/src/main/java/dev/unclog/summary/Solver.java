package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.Lock;
import dev.unclog.summary.Node.Edge;
import dev.unclog.summary.Node.Way;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds the shortest ways to blocking, from the sinks backwards: Dijkstra's algorithm with steps of
 * one length, in the form that Knuth (A generalization of Dijkstra's algorithm, 1977) gave it for
 * graphs in which some nodes need all of their successors. Cycles need no care.
 *
 * <p>A way may hold under premises about the parameters of the body that it starts from. Each step
 * backwards asks of the call's arguments whether they hold; what is left are premises about the
 * caller's own parameters.
 */
final class Solver {
  /** What makes a lock that is held over it worth a word: the outside world, and waiting for it. */
  private static final Set<BlockingKind> HELD_OVER =
      EnumSet.of(
          BlockingKind.WAIT,
          BlockingKind.NETWORK,
          BlockingKind.NAME_RESOLUTION,
          BlockingKind.FILE,
          BlockingKind.PROCESS,
          BlockingKind.DATABASE);

  /**
   * A way on which more implementations than this must be the right ones is hardly ever gone: each
   * was chosen though others do not block.
   */
  private static final int MOST_CHOICES = 3;

  private record Candidate(Node node, Way way) {}

  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt((Candidate candidate) -> candidate.way.length())
          .thenComparing(candidate -> !candidate.way.goal().isSure())
          // What is out of sight is sooner called far-fetched, and no way should hide behind it.
          .thenComparing(candidate -> candidate.way.endsOutOfSight())
          .thenComparingInt(candidate -> candidate.node.number)
          .thenComparing(candidate -> candidate.way.goal().kind())
          .thenComparingInt(candidate -> candidate.way.goal().premises().size())
          .thenComparing(candidate -> candidate.way.goal().sink().id())
          // Of calls that would do alike, the first: later ones may find it done.
          .thenComparingInt(candidate -> candidate.way.first().order);

  private final PriorityQueue<Candidate> queue = new PriorityQueue<>(ORDER);

  private final Premises premises;
  private final Program program;

  private Solver(Premises premises, Program program) {
    this.premises = premises;
    this.program = program;
  }

  /** Solves nodes that have been explored, with all they lead to. */
  static void solve(List<Node> nodes, Premises premises, Program program) {
    Solver solver = new Solver(premises, program);
    for (Node node : nodes) {
      node.out.forEach(solver::begin);
    }
    solver.run();
    for (Node node : nodes) {
      node.isSolved = true;
      node.in.clear();
    }
  }

  /** What a step gives by itself: it ends in a sink, or where everything is known already. */
  private void begin(Edge edge) {
    if (edge.to == null) {
      Goal goal =
          new Goal(
              edge.sink,
              edge.sink.verdict().kind(),
              Engine.isSure(edge.sink),
              false,
              false,
              edge.sink.premises());
      premises.before(edge, goal).ifPresent(before -> offer(edge, before, null));
    } else if (edge.to.isSolved) {
      edge.to.ways.forEach(way -> extend(edge, way));
    }
  }

  private void run() {
    while (!queue.isEmpty()) {
      Candidate best = queue.poll();
      best.node
          .accept(best.way)
          .ifPresent(taken -> best.node.in.forEach(edge -> extend(edge, taken)));
    }
  }

  /** Goes one step back from a way. */
  private void extend(Edge edge, Way rest) {
    Goal goal = rest.goal();
    if (edge.taking != null) {
      if (isHeldOver(edge, Lock.Kind.LOCK, rest)) {
        begin(edge.taking);
      }
      return;
    }
    if (edge.contention.isPresent()) {
      if (isHeldOver(edge, edge.contention.get().lock().kind(), rest)) {
        offer(edge, waitedFor(edge, goal), rest);
      }
      return;
    }
    Optional<Goal> before = premises.before(edge, goal);
    before.ifPresent(reached -> offer(edge, reached, rest));
  }

  /** What who holds a lock leads to, as who waits for it sees it: each key of a map has its own. */
  private static Goal waitedFor(Edge wait, Goal held) {
    boolean isMap = wait.contention.get().lock().kind() == Lock.Kind.MAP;
    return new Goal(
        held.sink(),
        BlockingKind.LOCK,
        held.isSure(),
        /* throughLock= */ true,
        held.isFirstUse() && !isMap,
        wait.premises);
  }

  /**
   * Whether what a lock is held over makes it worth a word; waiting for a further lock does not,
   * nor does what the holder hardly ever comes to. Of monitors only those are told that surely are
   * held over what blocks.
   */
  private boolean isHeldOver(Edge toHolder, Lock.Kind held, Way rest) {
    Goal goal = rest.goal();
    return !goal.throughLock()
        && HELD_OVER.contains(goal.kind())
        && !isLetGo(held, rest)
        && (held != Lock.Kind.LOCK || !program.isFarFetched(Chains.of(toHolder.to, rest)));
  }

  /** Of a wait in the holder's own body facts know what it lets go of; of others, nobody does. */
  private static boolean isLetGo(Lock.Kind held, Way rest) {
    return rest.length() > 1 && Waits.mayLetGo(rest.goal().sink(), held);
  }

  /** Takes note of a way that begins with a step. */
  private void offer(Edge edge, Goal goal, Way rest) {
    Node from = edge.from;
    int length = rest == null ? 1 : rest.length() + 1;
    int choices = rest == null ? 0 : rest.choices();
    if (!from.isChoice) {
      queue.add(new Candidate(from, new Way(length, goal, edge, rest, choices)));
      return;
    }
    if (choices < MOST_CHOICES) {
      Way possible = new Way(length, goal.with(false), edge, rest, choices + 1);
      queue.add(new Candidate(from, possible));
    }
    if (goal.isSure() && !goal.throughLock() && goal.premises().isEmpty()) {
      boolean allBlocked = from.allBlock(goal.kind());
      from.blocks(goal.kind(), edge.to);
      if (allBlocked) {
        queue.add(new Candidate(from, new Way(length, goal, edge, rest, choices)));
      } else if (from.allBlock(goal.kind())) {
        offerAsSure(from, goal.kind());
        queue.add(new Candidate(from, new Way(length, goal, edge, rest, choices)));
      }
    }
  }

  /** Whichever body is chosen, it blocks: what was only possible of each is not any more. */
  private void offerAsSure(Node choice, BlockingKind kind) {
    for (Way way : choice.ways) {
      boolean isSureOn = way.rest() != null && way.rest().goal().isSure();
      if (way.goal().kind() == kind && isSureOn && way.goal().premises().isEmpty()) {
        queue.add(
            new Candidate(
                choice,
                new Way(
                    way.length(),
                    way.goal().with(true),
                    way.first(),
                    way.rest(),
                    way.choices() - 1)));
      }
    }
  }
}
