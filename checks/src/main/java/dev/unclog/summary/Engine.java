package dev.unclog.summary;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Callee;
import dev.unclog.summary.Node.Edge;
import dev.unclog.summary.Node.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what calls lead to. What is asked for is explored and then solved once: a body that has
 * been solved stays so, since all that it reaches has been explored with it.
 */
public final class Engine {
  private final Program program;
  private final Coverage coverage;
  private final Map<MethodKey, Node> bodies = new HashMap<>();
  private final FunctionRuns runs = new FunctionRuns();
  private final Deque<Unexplored> unexplored = new ArrayDeque<>();
  private final List<Node> unsolved = new ArrayList<>();
  private int nodes;

  private record Unexplored(Node node, BodyFacts facts) {}

  /**
   * An engine that has seen nothing yet.
   *
   * @param program what it asks
   * @param coverage counts what it follows
   */
  public Engine(Program program, Coverage coverage) {
    this.program = program;
    this.coverage = coverage;
  }

  /**
   * An engine that nobody asks what it has followed.
   *
   * @param program what it asks
   */
  public Engine(Program program) {
    this(program, new Coverage());
  }

  /**
   * What was not followed.
   *
   * @return in no order that means anything
   */
  public List<Coverage.Unresolved> unresolved() {
    return coverage.unresolved(program, runs);
  }

  /**
   * What a call leads to.
   *
   * @param call that is neither known to block nor known not to
   * @return the shortest way to each kind of blocking, by kind; a sure one where there is one
   */
  public List<Chain> from(Call call) {
    Node start = node(false);
    follow(call, start);
    solve();
    return chains(start, false);
  }

  /**
   * What a body leads to, whoever calls it.
   *
   * @param body a method or a function
   * @return the shortest way to each kind of blocking, from the body's own call on
   */
  public List<Chain> of(MethodKey body) {
    Node start = body(body);
    solve();
    return chains(start, true);
  }

  /**
   * Whether a function is run by those that it is given to.
   *
   * @param targets the bodies, which have been explored
   * @param argument at which position it is given to them
   * @return empty if nobody can tell
   */
  public Optional<Boolean> runs(List<MethodKey> targets, int argument) {
    List<FunctionRuns.Parameter> parameters =
        targets.stream().map(target -> new FunctionRuns.Parameter(target, argument)).toList();
    if (parameters.stream().anyMatch(runs::isRunAtOnce)) {
      return Optional.of(true);
    }
    return parameters.stream().anyMatch(runs::isDecided) ? Optional.of(false) : Optional.empty();
  }

  private void solve() {
    while (!unexplored.isEmpty()) {
      Unexplored next = unexplored.poll();
      next.facts.calls().forEach(made -> follow(made, next.node));
      noteParameters(next.facts);
    }
    Solver.solve(unsolved);
    unsolved.clear();
  }

  private Node node(boolean isChoice) {
    Node node = new Node(nodes++, isChoice);
    unsolved.add(node);
    return node;
  }

  /** Adds the steps that a call makes from a body. */
  private void follow(Call call, Node from) {
    Program.Judged judged = program.judge(call);
    List<MethodKey> targets = List.of();
    if (judged instanceof Program.Judged.Sink sink) {
      from.out.add(new Edge(from, null, sink, sink.name(), call.line()));
    } else if (call.receiver() instanceof Value.Function function
        && program.runsItsReceiver(call)) {
      run(function, from, call.line());
    } else if (judged instanceof Program.Judged.Open) {
      targets = program.targets(call);
      followTargets(call, targets, from);
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i) instanceof Value.Function function) {
        followFunction(function, call, i, targets, from);
      }
    }
  }

  private void followTargets(Call call, List<MethodKey> targets, Node from) {
    if (targets.isEmpty()) {
      coverage.unresolved(call);
      return;
    }
    coverage.followed();
    Node into = targets.size() == 1 ? body(targets.get(0)) : node(true);
    if (into.isChoice) {
      for (MethodKey target : targets) {
        connect(new Edge(into, body(target), null, program.name(target), 0));
      }
    }
    connect(new Edge(from, into, null, program.name(call.callee()), call.line()));
  }

  private void followFunction(
      Value.Function function, Call call, int argument, List<MethodKey> targets, Node from) {
    Optional<FunctionFate> fate = program.fate(call, argument);
    if (fate.isPresent()) {
      if (fate.get() == FunctionFate.RUNS_AT_ONCE) {
        run(function, from, call.line());
      }
      return;
    }
    List<FunctionRuns.Parameter> parameters =
        targets.stream().map(target -> new FunctionRuns.Parameter(target, argument)).toList();
    coverage.given(call, parameters);
    for (FunctionRuns.Parameter parameter : parameters) {
      runs.whenRun(parameter, () -> run(function, from, call.line()));
    }
  }

  /** A function is run by a body: the same as a call of the method that it stands for. */
  private void run(Value.Function function, Node from, int line) {
    MethodKey body = function.body();
    boolean isExact = body.name().equals(Callee.CONSTRUCTOR);
    follow(
        new Call(
            body,
            body.type(),
            isExact,
            function.receiver(),
            function.captured(),
            Set.of(),
            List.of(),
            List.of(),
            line,
            ""),
        from);
  }

  private static void connect(Edge edge) {
    edge.from.out.add(edge);
    if (!edge.to.isSolved) {
      edge.to.in.add(edge);
    }
  }

  private Node body(MethodKey method) {
    Node known = bodies.get(method);
    if (known == null) {
      Node node = node(false);
      node.method = method;
      node.id = program.id(method);
      bodies.put(method, node);
      program
          .body(method)
          .ifPresent(
              facts -> {
                node.file = facts.sourceFile();
                unexplored.add(new Unexplored(node, facts));
              });
      known = node;
    }
    return known;
  }

  /** Notes which of its function parameters a body runs, and which it passes on. */
  private void noteParameters(BodyFacts facts) {
    for (Call call : facts.calls()) {
      if (call.receiver() instanceof Value.Parameter parameter && program.runsItsReceiver(call)) {
        runs.isRun(new FunctionRuns.Parameter(facts.method(), parameter.position()));
      }
      for (int i = 0; i < call.arguments().size(); i++) {
        if (call.arguments().get(i) instanceof Value.Parameter parameter) {
          notePassedOn(new FunctionRuns.Parameter(facts.method(), parameter.position()), call, i);
        }
      }
    }
  }

  private void notePassedOn(FunctionRuns.Parameter parameter, Call call, int argument) {
    Optional<FunctionFate> fate = program.fate(call, argument);
    if (fate.isPresent()) {
      if (fate.get() == FunctionFate.RUNS_AT_ONCE) {
        runs.isRun(parameter);
      } else {
        runs.isElsewhere(parameter);
      }
    } else if (program.judge(call) instanceof Program.Judged.Open) {
      for (MethodKey target : program.targets(call)) {
        FunctionRuns.Parameter to = new FunctionRuns.Parameter(target, argument);
        runs.isPassedOn(parameter, to);
        runs.whenRun(to, () -> runs.isRun(parameter));
      }
    }
  }

  /** The ways from a node; a body's own call is a hop, and that of a caller is none. */
  private static List<Chain> chains(Node start, boolean isBody) {
    Map<BlockingKind, Chain> chains = new LinkedHashMap<>();
    start.sure.forEach((kind, way) -> chains.put(kind, chain(start, isBody, kind, true)));
    start.possible.forEach(
        (kind, way) -> chains.computeIfAbsent(kind, k -> chain(start, isBody, k, false)));
    return List.copyOf(chains.values());
  }

  private static Chain chain(Node start, boolean isBody, BlockingKind kind, boolean isSure) {
    List<Chain.Hop> hops = new ArrayList<>();
    Node node = start;
    boolean sure = isSure;
    while (true) {
      Way way = node.ways(sure).get(kind);
      Edge step = way.next();
      if (isBody || node != start || step.to == null) {
        hops.add(
            new Chain.Hop(
                Optional.ofNullable(node.method), node.id, step.callee, node.file, step.line));
      }
      if (step.to == null) {
        return new Chain(hops, step.sink, isSure);
      }
      node = step.to;
      sure = way.isSureOn();
    }
  }

  /** Whether a verdict is one of what surely blocks. */
  static boolean isSure(Program.Judged.Sink sink) {
    return sink.verdict().severity() == Severity.ERROR;
  }
}
