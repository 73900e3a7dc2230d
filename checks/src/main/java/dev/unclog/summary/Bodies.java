package dev.unclog.summary;

import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of the graph of calls: one for each body, for each subtype through which that matters,
 * and for the part of a body that runs while it holds a lock.
 */
final class Bodies {
  /** A body is seen through no more subtypes than these, so that work grows with the code. */
  private static final int MOST_VIEWS = 32;

  private final Program program;
  private final Map<View, Node> known = new HashMap<>();
  private final Map<MethodKey, Integer> views = new HashMap<>();
  private final Map<MethodKey, Boolean> callingTheirOwn = new HashMap<>();
  private final Map<Held, Node> holders = new HashMap<>();
  private final Deque<Unexplored> unexplored = new ArrayDeque<>();
  private List<Node> unsolved = new ArrayList<>();
  private int nodes;

  Bodies(Program program) {
    this.program = program;
  }

  /** What a node's body does, and nobody has followed yet. */
  record Unexplored(Node node, List<Call> calls) {}

  /** A body, and the subtype through which it was called if it calls methods of its own object. */
  private record View(MethodKey body, String thisType) {
    @Override
    public boolean equals(Object other) {
      return other instanceof View view && view.thisType.equals(thisType) && view.body.equals(body);
    }

    @Override
    public int hashCode() {
      return body.hashCode() * 31 + thisType.hashCode();
    }
  }

  private record Held(MethodKey body, Lock lock) {}

  /** A node of no body: where somebody asks from. */
  Node node() {
    return made(false);
  }

  /** A choice between bodies. */
  Node choice(Program.Chooser chooser) {
    Node choice = made(true);
    choice.isOthersChoice = chooser != Program.Chooser.OWN;
    choice.mayBeMore = chooser == Program.Chooser.ANYBODY;
    return choice;
  }

  private Node made(boolean isChoice) {
    Node node = new Node(nodes++, isChoice);
    unsolved.add(node);
    return node;
  }

  /** A body, whoever calls it. */
  Node of(MethodKey body) {
    return seenThrough(body, "");
  }

  /** A body as objects of a subtype run it, if that makes a difference. */
  Node seenThrough(MethodKey body, String thisType) {
    View view = new View(body, thisType);
    if (thisType.equals(body.type())
        || (!known.containsKey(view) && !isWorthAView(body, thisType))) {
      view = new View(body, "");
    }
    Node node = known.get(view);
    if (node == null) {
      node = made(view);
      known.put(view, node);
    }
    return node;
  }

  private Node made(View view) {
    Node node = node();
    node.thisType = view.thisType;
    node.method = view.body;
    node.id = program.id(view.body);
    program
        .body(view.body)
        .ifPresent(
            facts -> {
              node.file = facts.sourceFile();
              node.acquired = facts.acquired();
              unexplored.add(new Unexplored(node, facts.calls()));
            });
    return node;
  }

  /** Whether it matters to an inherited body through which subtype it is called. */
  private boolean isWorthAView(MethodKey body, String thisType) {
    return !thisType.isEmpty()
        && callsItsOwn(body)
        && views.merge(body, 1, Integer::sum) <= MOST_VIEWS;
  }

  /**
   * Whether a body calls methods of its own object: found out once, and asked by each call of it.
   */
  private boolean callsItsOwn(MethodKey body) {
    Boolean known = callingTheirOwn.get(body);
    if (known != null) {
      return known;
    }
    Optional<BodyFacts> facts = program.body(body);
    boolean callsItsOwn =
        facts.isPresent()
            && facts.get().calls().stream()
                .anyMatch(call -> call.receiver() instanceof Value.This && !call.isExact());
    if (facts.isPresent()) {
      callingTheirOwn.put(body, callsItsOwn);
    }
    return callsItsOwn;
  }

  /** The part of a body that runs while it holds a lock. */
  Node holding(BodyFacts holder, Lock lock) {
    Held held = new Held(holder.method(), lock);
    Node node = holders.get(held);
    if (node == null) {
      node = node();
      node.method = holder.method();
      node.id = program.id(holder.method());
      node.file = holder.sourceFile();
      List<Call> calls =
          holder.calls().stream().filter(call -> call.held().contains(lock)).toList();
      unexplored.add(new Unexplored(node, calls));
      holders.put(held, node);
    }
    return node;
  }

  /** What is to be followed next; null if that is nothing. */
  Unexplored next() {
    return unexplored.poll();
  }

  /** The nodes made since this was asked last. */
  List<Node> takeUnsolved() {
    List<Node> taken = unsolved;
    unsolved = new ArrayList<>();
    return taken;
  }
}
