package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place in the graph of calls: a body, or a choice between bodies that one call may run. */
final class Node {
  /** Where a step leads, and as what it is shown. */
  static final class Edge {
    final Node from;
    final Node to;
    final Program.Judged.Sink sink;
    final String callee;
    final int line;

    /** What the parameters at the other end are; empty where they are those of this end. */
    final Optional<List<Value>> arguments;

    /** What must hold of the parameters at this end for the step to be made. */
    final Set<Premise> premises;

    /** The locks that this end holds meanwhile, as people call them. */
    final List<String> held;

    /** Of a step that waits for a lock: which, and who holds it at the other end. */
    final Optional<Chain.Contention> contention;

    private Edge(
        Node from,
        Node to,
        Program.Judged.Sink sink,
        String callee,
        int line,
        Optional<List<Value>> arguments,
        Set<Premise> premises,
        List<String> held,
        Optional<Chain.Contention> contention) {
      this.from = from;
      this.to = to;
      this.sink = sink;
      this.callee = callee;
      this.line = line;
      this.arguments = arguments;
      this.premises = premises;
      this.held = held;
      this.contention = contention;
    }

    /** A call that blocks by itself. */
    static Edge toSink(
        Node from, Program.Judged.Sink sink, int line, Set<Premise> premises, List<String> held) {
      return new Edge(
          from, null, sink, sink.name(), line, Optional.empty(), premises, held, Optional.empty());
    }

    /** A call of a body. */
    static Edge toBody(
        Node from,
        Node to,
        String callee,
        int line,
        List<Value> arguments,
        Set<Premise> premises,
        List<String> held) {
      return new Edge(
          from, to, null, callee, line, Optional.of(arguments), premises, held, Optional.empty());
    }

    /** One of the bodies to choose from. */
    static Edge ofChoice(Node from, Node to, String callee) {
      return new Edge(
          from, to, null, callee, 0, Optional.empty(), Set.of(), List.of(), Optional.empty());
    }

    /** The wait for a lock. */
    static Edge toLock(Node from, Node to, String lock, Chain.Contention contention, int line) {
      return new Edge(
          from,
          to,
          null,
          lock,
          line,
          Optional.of(List.of()),
          Set.of(),
          List.of(),
          Optional.of(contention));
    }
  }

  /**
   * The shortest way to a goal.
   *
   * @param length in steps
   * @param goal what it leads to
   * @param first its first step
   * @param rest the way from there on; null if the step is the last
   */
  record Way(int length, Goal goal, Edge first, Way rest) {}

  /** More ways of one kind that differ in what they presume are not worth knowing. */
  private static final int MOST_VARIANTS = 4;

  /** The order in which nodes were met: what decides between ways of one length. */
  final int number;

  final boolean isChoice;

  /** The body, as reports write it. */
  String id = "";

  /** The simple name of the body's source file. */
  String file = "";

  final List<Edge> out = new ArrayList<>();

  /** Steps that lead here, while the node is being solved. */
  final List<Edge> in = new ArrayList<>();

  boolean isSolved;

  /** The ways from here, the shorter before the longer. */
  final List<Way> ways = new ArrayList<>(0);

  /** Of a choice: how many of its bodies surely block, by kind. */
  private Map<BlockingKind, Integer> sureBodies = Map.of();

  Node(int number, boolean isChoice) {
    this.number = number;
    this.isChoice = isChoice;
  }

  /** Takes a way up, unless it adds nothing to those known; they are shorter. */
  boolean accept(Way way) {
    int variants = 0;
    for (Way known : ways) {
      if (known.goal().covers(way.goal())) {
        return false;
      }
      variants += known.goal().isVariantOf(way.goal()) ? 1 : 0;
    }
    return (variants < MOST_VARIANTS || way.goal().premises().isEmpty()) && ways.add(way);
  }

  /** Notes that one more body of a choice surely blocks, and tells whether all do now. */
  boolean allBlock(BlockingKind kind) {
    if (sureBodies.isEmpty()) {
      sureBodies = new EnumMap<>(BlockingKind.class);
    }
    return sureBodies.merge(kind, 1, Integer::sum) == out.size();
  }
}
