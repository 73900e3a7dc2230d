package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.summary.Node.Edge;
import dev.unclog.summary.Node.Way;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the shortest ways to blocking, from the sinks backwards: Dijkstra's algorithm with steps of
 * one length, in the form that Knuth (A generalization of Dijkstra's algorithm, 1977) gave it for
 * graphs in which some nodes need all of their successors. Cycles need no care.
 */
final class Solver {
  private record Candidate(Node node, BlockingKind kind, boolean isSure, Way way) {}

  private final PriorityQueue<Candidate> queue =
      new PriorityQueue<>(
          Comparator.comparingInt((Candidate candidate) -> candidate.way.length())
              .thenComparing(candidate -> !candidate.isSure)
              .thenComparingInt(candidate -> candidate.node.number)
              .thenComparing(Candidate::kind));

  private Solver() {}

  /** Solves nodes that have been explored, with all they lead to. */
  static void solve(List<Node> nodes) {
    Solver solver = new Solver();
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
      offer(edge, edge.sink.verdict().kind(), Engine.isSure(edge.sink), 0);
    } else if (edge.to.isSolved) {
      edge.to.sure.forEach((kind, way) -> offer(edge, kind, true, way.length()));
      edge.to.possible.forEach((kind, way) -> offer(edge, kind, false, way.length()));
    }
  }

  private void run() {
    while (!queue.isEmpty()) {
      Candidate best = queue.poll();
      if (best.node.ways(best.isSure).putIfAbsent(best.kind, best.way) == null) {
        for (Edge edge : best.node.in) {
          offer(edge, best.kind, best.isSure, best.way.length());
        }
      }
    }
  }

  /** Takes note of a way that begins with a step. */
  private void offer(Edge edge, BlockingKind kind, boolean isSure, int rest) {
    Node from = edge.from;
    Way way = new Way(rest + 1, edge, isSure);
    if (!from.isChoice) {
      queue.add(new Candidate(from, kind, isSure, way));
      return;
    }
    queue.add(new Candidate(from, kind, false, way));
    if (isSure && from.sureBodies.merge(kind, 1, Integer::sum) == from.out.size()) {
      queue.add(new Candidate(from, kind, true, way));
    }
  }
}
