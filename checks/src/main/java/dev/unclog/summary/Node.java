package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place in the graph of calls: a body, or a choice between bodies that one call may run. */
final class Node {
  /** What a body makes a call on, as far as locks are concerned. */
  enum On {
    /** Its own object: that one's locks are the same to the callee. */
    THIS,
    /** What it has just made: nobody else has had that. */
    FRESH,
    /** Anything else. */
    OTHER
  }

  /**
   * The locks that a body holds while it calls something.
   *
   * @param locks the one taken last at the end
   * @param names what people call them
   * @param on what it calls it on
   */
  record Held(List<Lock> locks, List<String> names, On on) {
    static final Held NOTHING = nothing(On.OTHER);
    private static final Held NOTHING_ON_THIS = nothing(On.THIS);
    private static final Held NOTHING_ON_FRESH = nothing(On.FRESH);

    private static Held nothing(On on) {
      return new Held(List.of(), List.of(), on);
    }

    static Held nothingOn(On receiver) {
      return switch (receiver) {
        case THIS -> NOTHING_ON_THIS;
        case FRESH -> NOTHING_ON_FRESH;
        case OTHER -> NOTHING;
      };
    }

    boolean isOnThis() {
      return on == On.THIS;
    }
  }

  /** Where a step leads, and as what it is shown. */
  static final class Edge {
    private static final Value NOTHING = new Value.Null();

    final Node from;
    final Node to;
    final Program.Judged.Sink sink;
    final String callee;
    final int line;

    /** Which of the steps from its body it is, as they are written. */
    int order;

    /** What the parameters at the other end are; empty where they are those of this end. */
    final Optional<List<Value>> arguments;

    /** What the body at the other end is called on. */
    final Value receiver;

    /** What must hold of the parameters at this end for the step to be made. */
    final Set<Premise> premises;

    /** What this end holds meanwhile. */
    final Held held;

    /** Of a step that waits for a lock: which, and who holds it at the other end. */
    final Optional<Chain.Contention> contention;

    /** Whether this end hands the work on, and it is run at once all the same. */
    final boolean isSpawn;

    /** Of a step to who holds a lock: the taking of it, which blocks if they block; else null. */
    Edge taking;

    /** Of the taking of a lock: whether all who hold it are in sight. */
    boolean areHoldersKnown;

    private Edge(
        Node from,
        Node to,
        Program.Judged.Sink sink,
        String callee,
        int line,
        Optional<List<Value>> arguments,
        Value receiver,
        Set<Premise> premises,
        Held held,
        Optional<Chain.Contention> contention,
        boolean isSpawn) {
      this.receiver = receiver;
      this.from = from;
      this.to = to;
      this.sink = sink;
      this.callee = callee;
      this.line = line;
      this.arguments = arguments;
      this.premises = premises;
      this.held = held;
      this.contention = contention;
      this.isSpawn = isSpawn;
    }

    /** A call that blocks by itself. */
    static Edge toSink(
        Node from, Program.Judged.Sink sink, int line, Set<Premise> premises, Held held) {
      return new Edge(
          from,
          null,
          sink,
          sink.name(),
          line,
          Optional.empty(),
          NOTHING,
          premises,
          held,
          Optional.empty(),
          /* isSpawn= */ false);
    }

    /** A call of a body. */
    static Edge toBody(
        Node from,
        Node to,
        String callee,
        int line,
        Value receiver,
        List<Value> arguments,
        Set<Premise> premises,
        Held held) {
      return new Edge(
          from,
          to,
          null,
          callee,
          line,
          Optional.of(arguments),
          receiver,
          premises,
          held,
          Optional.empty(),
          /* isSpawn= */ false);
    }

    /** One of the bodies to choose from. */
    static Edge ofChoice(Node from, Node to, String callee) {
      return new Edge(
          from,
          to,
          null,
          callee,
          0,
          Optional.empty(),
          NOTHING,
          Set.of(),
          Held.NOTHING,
          Optional.empty(),
          /* isSpawn= */ false);
    }

    /** The wait for a lock. */
    static Edge toLock(
        Node from,
        Node to,
        String lock,
        Chain.Contention contention,
        int line,
        Set<Premise> premises) {
      return new Edge(
          from,
          to,
          null,
          lock,
          line,
          Optional.of(List.of()),
          NOTHING,
          premises,
          Held.NOTHING,
          Optional.of(contention),
          /* isSpawn= */ false);
    }

    /**
     * Towards a body that holds a lock.
     *
     * @param taking the taking of that lock
     */
    static Edge toHolder(Edge taking, Node holder) {
      Edge edge =
          toBody(
              taking.from,
              holder,
              taking.callee,
              taking.line,
              NOTHING,
              List.of(),
              Set.of(),
              Held.NOTHING);
      edge.taking = taking;
      taking.areHoldersKnown = true;
      return edge;
    }

    /** The same step, which is made if more holds. */
    Edge presuming(Set<Premise> more) {
      return copy(Premises.union(premises, more), isSpawn);
    }

    /** The same step of what was to be handed on. */
    Edge spawning() {
      return copy(premises, /* isSpawn= */ true);
    }

    private Edge copy(Set<Premise> otherPremises, boolean spawns) {
      return new Edge(
          from,
          to,
          sink,
          callee,
          line,
          arguments,
          receiver,
          otherPremises,
          held,
          contention,
          spawns);
    }
  }

  /**
   * The shortest way to a goal.
   *
   * @param length in steps
   * @param goal what it leads to
   * @param first its first step
   * @param rest the way from there on; null if the step is the last
   * @param choices how often on the way one implementation of several is presumed
   */
  record Way(int length, Goal goal, Edge first, Way rest, int choices) {
    /** The same way, as it leads to that under other premises. */
    Way to(Goal other) {
      return new Way(length, other, first, rest, choices);
    }

    /** Whether it ends at a lock of which nobody knows who else may have it. */
    boolean endsOutOfSight() {
      if (goal.kind() != BlockingKind.LOCK || goal.throughLock()) {
        return false;
      }
      Way last = this;
      while (last.rest != null) {
        last = last.rest;
      }
      return !last.first.areHoldersKnown;
    }
  }

  /** More ways to one sink that differ in what they presume are not worth knowing. */
  private static final int MOST_VARIANTS = 4;

  /** More sinks of one kind are not worth knowing: who repairs these meets the others next. */
  private static final int MOST_SINKS = 4;

  /** The order in which nodes were met: what decides between ways of one length. */
  final int number;

  final boolean isChoice;

  /** Of a choice: whether between bodies of a type that the compilation does not declare. */
  boolean isOthersChoice;

  /** Of a choice: whether there may be bodies that are not in sight. */
  boolean mayBeMore;

  /** The body; null for a choice between bodies. */
  MethodKey method;

  /** Of where somebody asks from: the body in which; null if it is none. */
  MethodKey askedIn;

  /** Of where somebody asks from: the method in which; null if it is none. */
  MethodKey askedInMethod;

  /**
   * The type of the object whose method the body is, where it is known more closely than by the
   * body's own class; else empty.
   */
  String thisType = "";

  /** The body, as reports write it. */
  String id = "";

  /** The simple name of the body's source file. */
  String file = "";

  /** The locks that the body takes by itself. */
  List<Lock.Acquisition> acquired = List.of();

  final List<Edge> out = new ArrayList<>();

  /** Steps that lead here, while the node is being solved. */
  final List<Edge> in = new ArrayList<>();

  boolean isSolved;

  /** The ways from here, the shorter before the longer. */
  final List<Way> ways = new ArrayList<>(0);

  /** Of a choice: which of its bodies surely block, by kind. */
  private Map<BlockingKind, Set<Node>> sureBodies = Map.of();

  Node(int number, boolean isChoice) {
    this.number = number;
    this.isChoice = isChoice;
  }

  /**
   * Takes a way up, unless it adds nothing to those known; they are shorter. Where many parameters
   * are compared to null, or many locks taken, ways that presume less must not be crowded out:
   * beyond a few, a way is taken up as if it were for any value, and whoever holds what.
   *
   * @return the way as it was taken up
   */
  Optional<Way> accept(Way way) {
    Goal goal = way.goal();
    if (isStart() && goal.isQualified()) {
      return accept(way.to(goal.unqualified())); // Nobody asks from which call it is reached.
    }
    int variants = 0;
    Set<String> sinks = new HashSet<>();
    for (Way known : ways) {
      if (known.goal().covers(goal)) {
        return Optional.empty();
      }
      if (known.goal().isSure() == goal.isSure()
          && known.goal().isQualified() == goal.isQualified()
          && known.goal().isSameWait(goal)) {
        variants += known.goal().isSameEnd(goal) ? 1 : 0;
        sinks.add(known.goal().sink().id());
      }
    }
    sinks.add(goal.sink().id());
    if (sinks.size() <= MOST_SINKS && (variants < MOST_VARIANTS || goal.premises().isEmpty())) {
      ways.add(way);
      return Optional.of(way);
    }
    if (!goal.isQualified()) {
      return Optional.empty();
    }
    Goal unheld = goal.unheld();
    return accept(way.to(unheld.equals(goal) ? goal.unqualified() : unheld));
  }

  /** The type of the object on which a call is made; of {@code super.…}, that of this body's. */
  String thisTypeIn(Call call) {
    if (call.receiver() instanceof Value.Null || !call.isExact()) {
      return call.receiverType();
    }
    return call.receiver() instanceof Value.This ? thisType : call.receiverType();
  }

  /** Adds a step from here, the next as they are written. */
  void leads(Edge step) {
    step.order = out.size();
    out.add(step);
  }

  /** Whether it is no body and no choice, but where somebody asks from. */
  private boolean isStart() {
    return method == null && !isChoice;
  }

  /** Notes that a body of a choice surely blocks. */
  void blocks(BlockingKind kind, Node body) {
    if (sureBodies.isEmpty()) {
      sureBodies = new EnumMap<>(BlockingKind.class);
    }
    sureBodies.computeIfAbsent(kind, key -> new HashSet<>()).add(body);
  }

  /** Whether all bodies of a choice surely block. */
  boolean allBlock(BlockingKind kind) {
    return !mayBeMore && sureBodies.getOrDefault(kind, Set.of()).size() == out.size();
  }
}
