package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.MethodKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A place in the graph of calls: a body, or a choice between bodies that one call may run. */
final class Node {
  /** Where a step leads, and as what it is shown. */
  static final class Edge {
    final Node from;
    final Node to;
    final Program.Judged.Sink sink;
    final String callee;
    final int line;

    Edge(Node from, Node to, Program.Judged.Sink sink, String callee, int line) {
      this.from = from;
      this.to = to;
      this.sink = sink;
      this.callee = callee;
      this.line = line;
    }
  }

  /**
   * The shortest way to a kind of blocking.
   *
   * @param length in steps
   * @param next its first step
   * @param isSureOn whether it goes on as a sure way: one of several bodies may block for certain
   */
  record Way(int length, Edge next, boolean isSureOn) {}

  /** The order in which nodes were met: what decides between ways of one length. */
  final int number;

  final boolean isChoice;

  /** The body; null for a choice between bodies. */
  MethodKey method;

  /** The body, as reports write it. */
  String id = "";

  /** The simple name of the body's source file. */
  String file = "";

  final List<Edge> out = new ArrayList<>();

  /** Steps that lead here, while the node is being solved. */
  final List<Edge> in = new ArrayList<>();

  boolean isSolved;
  final Map<BlockingKind, Way> sure = new EnumMap<>(BlockingKind.class);
  final Map<BlockingKind, Way> possible = new EnumMap<>(BlockingKind.class);

  /** Of a choice: how many of its bodies surely block, by kind. */
  final Map<BlockingKind, Integer> sureBodies = new EnumMap<>(BlockingKind.class);

  Node(int number, boolean isChoice) {
    this.number = number;
    this.isChoice = isChoice;
  }

  Map<BlockingKind, Way> ways(boolean isSure) {
    return isSure ? sure : possible;
  }
}
