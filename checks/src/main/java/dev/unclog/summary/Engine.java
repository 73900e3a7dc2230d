package dev.unclog.summary;

import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.Call;
import dev.unclog.call.Guard;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Callee;
import dev.unclog.summary.Node.Edge;
import dev.unclog.summary.Node.Held;
import java.util.Comparator;
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
  private final Premises premises;
  private final Functions functions;
  private final Bodies bodies;
  private final LockSteps locks;

  /**
   * An engine that nobody asks what it has followed.
   *
   * @param program what it asks
   */
  public Engine(Program program) {
    this(program, new Coverage());
  }

  /**
   * An engine that has seen nothing yet.
   *
   * @param program what it asks
   * @param coverage counts what it follows
   */
  public Engine(Program program, Coverage coverage) {
    this.program = program;
    this.coverage = coverage;
    this.premises = new Premises(program);
    this.functions = new Functions(program, premises);
    this.bodies = new Bodies(program);
    this.locks = new LockSteps(program, bodies);
  }

  /**
   * What a call leads to.
   *
   * @param call that is neither known to block nor known not to
   * @return the shortest way to each call that blocks, a sure one where there is one; of one kind
   *     of blocking the nearest calls alone
   */
  public List<Chain> from(Call call) {
    return from(call, null, null);
  }

  /**
   * What a call leads to, by what is known of the body that makes it.
   *
   * @param call that is neither known to block nor known not to
   * @param by the body; null if none is known
   * @param method the method that the body is, or that it is written in; null if none is known
   * @return as {@link #from(Call)}
   */
  public List<Chain> from(Call call, MethodKey by, MethodKey method) {
    Node start = bodies.node();
    start.askedIn = by;
    start.askedInMethod = method;
    follow(call, start);
    solve();
    return Chains.of(start);
  }

  /**
   * What was not followed.
   *
   * @return in no order that means anything
   */
  public List<Coverage.Unresolved> unresolved() {
    return coverage.unresolved(program, functions);
  }

  /**
   * What a function leads to that a call waits for.
   *
   * @param work the function
   * @param by the call
   * @return the shortest way to each call that blocks, as if the call did the work
   */
  public List<Chain> of(Value.Function work, Call by) {
    Node start = bodies.node();
    run(work, by, start, Set.of(), /* isSpawn= */ true);
    solve();
    return Chains.of(start);
  }

  /**
   * What a body leads to, whoever calls it.
   *
   * @param body a method or a function
   * @return the shortest way to each call that blocks, from the body's own call on
   */
  public List<Chain> of(MethodKey body) {
    Node start = bodies.of(body);
    solve();
    return Chains.ofBody(start);
  }

  /**
   * Whether a function is run by those that it is given to.
   *
   * @param targets the bodies
   * @param argument at which position it is given to them
   * @return empty if nobody can tell
   */
  public Optional<Boolean> runs(List<MethodKey> targets, int argument) {
    Set<FunctionFate> fates = functions.fatesOfAny(targets, argument);
    return fates.isEmpty()
        ? Optional.empty()
        : Optional.of(fates.contains(FunctionFate.RUNS_AT_ONCE));
  }

  /**
   * What a value is behind the factories that returned it.
   *
   * @param value any
   * @return the value itself if that cannot be seen
   */
  public Value behind(Value value) {
    return functions.behind(value);
  }

  /**
   * What taking a lock leads to: waiting for whoever holds it over blocking work.
   *
   * @param body the body that takes it
   * @param acquisition where
   * @return the shortest sure way, or else the shortest; empty if nobody in sight holds it so
   */
  public Optional<Chain> from(MethodKey body, Lock.Acquisition acquisition) {
    Node start = bodies.node();
    locks.waitFor(acquisition, start);
    solve();
    return Chains.of(start).stream().min(Comparator.comparing(chain -> !chain.isSure()));
  }

  /**
   * Whether a call is never made on a hub, since a branch has found that out.
   *
   * @param guards the call's
   * @return true if it cannot block a hub
   */
  public boolean isOffTheHub(List<Guard> guards) {
    return premises.of(guards).isEmpty();
  }

  /**
   * Whether a call is never made, since a branch has found what cannot be.
   *
   * @param guards the call's
   * @return true if it is not; flags are looked up for that
   */
  public boolean isNeverMade(List<Guard> guards) {
    return !guards.isEmpty() && premises.areRefuted(guards);
  }

  /**
   * What becomes of the function that a call is given, by the body of what is called.
   *
   * @param call a call of which no stub and no annotation says that
   * @param argument the position, from 0
   * @return the call that a stub or annotation decides, however deep; empty if there is none, or
   *     several that disagree
   */
  public Optional<Decided> fate(Call call, int argument) {
    if (!(program.judge(call) instanceof Program.Judged.Open)) {
      return Optional.empty();
    }
    Map<FunctionFate, FunctionFates.Fate> fates =
        functions.fatesOf(program.targets(call), argument);
    return fates.size() == 1
        ? fates.values().stream()
            .map(fate -> new Decided(fate.fate(), fate.by(), fate.argument()))
            .findFirst()
        : Optional.empty();
  }

  private void solve() {
    do {
      functions.noteAll(); // Which may come upon functions that are run after all.
      for (Bodies.Unexplored next = bodies.next(); next != null; next = bodies.next()) {
        Node node = next.node();
        next.calls().forEach(made -> follow(made, node));
        node.acquired.forEach(acquisition -> locks.waitFor(acquisition, node));
      }
    } while (functions.hasMore());
    Solver.solve(bodies.takeUnsolved(), premises, program);
  }

  private void follow(Call made, Node from) {
    follow(made, from, Set.of(), /* isSpawn= */ false);
  }

  /**
   * Adds the steps that a call makes from a body.
   *
   * @param needed what must hold of the body's parameters for it to be made, beside its guards
   * @param isSpawn whether it was to be handed on
   */
  private void follow(Call made, Node from, Set<Premise> needed, boolean isSpawn) {
    boolean isOnThis = made.receiver() instanceof Value.This;
    Call call =
        isOnThis && !made.isExact() && !from.thisType.isEmpty()
            ? made.through(from.thisType)
            : made;
    Optional<Set<Premise>> presumed =
        premises.of(call.guards()).map(found -> Premises.union(found, needed));
    if (presumed.isEmpty()) {
      return;
    }
    Program.Judged judged = program.judge(call);
    List<MethodKey> targets = List.of();
    if (judged instanceof Program.Judged.Sink sink) {
      Edge step = Edge.toSink(from, sink, call.line(), presumed.get(), held(call));
      locks.take(call, isSpawn ? step.spawning() : step);
    } else if (!functions.in(call.receiver()).isEmpty() && program.runsItsReceiver(call)) {
      functions.in(call.receiver()).forEach(function -> run(function, call, from, Set.of(), false));
    } else if (judged instanceof Program.Judged.Open) {
      targets = targets(call, from, isOnThis);
      followTargets(call, targets, from, presumed.get(), isSpawn);
    }
    program
        .ownWork(call)
        .forEach(
            work ->
                functions
                    .in(work)
                    .forEach(function -> run(function, call, from, Set.of(), /* isSpawn= */ true)));
    for (int i = 0; i < call.arguments().size(); i++) {
      for (Value.Function function : functions.in(call.arguments().get(i))) {
        if (!targets.isEmpty()) {
          coverage.given(call.callee(), targets, i);
        }
        functions.whenKnown(
            call,
            i,
            targets,
            fate -> {
              if (fate.fate() == FunctionFate.RUNS_AT_ONCE) {
                premises
                    .before(call.arguments(), fate.premises())
                    .map(known -> Premises.union(known, Premises.ofFunctionsGivenTo(call)))
                    .ifPresent(
                        decisive ->
                            run(
                                function,
                                call,
                                from,
                                decisive,
                                program.isHandOff(fate.by(), fate.argument())));
              }
            });
      }
    }
  }

  /**
   * The bodies that a call may run; on the object itself, none of a class that has another body.
   */
  private List<MethodKey> targets(Call call, Node from, boolean isOnThis) {
    List<MethodKey> targets = program.targets(call);
    MethodKey method = from.method == null ? from.askedInMethod : from.method;
    return isOnThis && method != null && !targets.isEmpty()
        ? program.whereRun(method, targets)
        : targets;
  }

  /**
   * Whether all who may hold a lock are in sight.
   *
   * @param lock any
   * @return true if {@link #from(MethodKey, Lock.Acquisition)} tells all there is to be told of it
   */
  public boolean isTold(Lock lock) {
    return program.isTold(lock);
  }

  private void followTargets(
      Call call, List<MethodKey> targets, Node from, Set<Premise> presumed, boolean isSpawn) {
    if (targets.isEmpty()) {
      coverage.unresolved(call);
      return;
    }
    coverage.followed();
    Program.Chooser chooser = program.chooser(call);
    Node into =
        targets.size() == 1 && chooser != Program.Chooser.ANYBODY
            ? bodies.seenThrough(targets.get(0), from.thisTypeIn(call))
            : bodies.choice(chooser);
    if (into.isChoice) {
      for (MethodKey target : targets) {
        connect(Edge.ofChoice(into, bodies.of(target), program.name(target)));
      }
    }
    Edge step =
        Edge.toBody(
            from,
            into,
            program.name(call.callee()),
            call.line(),
            call.receiver(),
            call.arguments(),
            presumed,
            held(call));
    connect(isSpawn ? step.spawning() : step);
    initialised(call)
        .map(bodies::of)
        .ifPresent(
            initializer ->
                connect(
                    Edge.toBody(
                        from,
                        initializer,
                        program.name(call.callee()),
                        call.line(),
                        new Value.Null(),
                        List.of(),
                        presumed,
                        held(call))));
  }

  /** What runs first if a call is the first use of a class, where that is charged to the call. */
  private Optional<MethodKey> initialised(Call call) {
    return call.isExact() && call.receiver() instanceof Value.Null
        ? program.staticInitializer(call.callee())
        : Optional.empty();
  }

  private Held held(Call call) {
    Node.On on =
        call.receiver() instanceof Value.This
            ? Node.On.THIS
            : call.before().contains(Call.JUST_MADE) ? Node.On.FRESH : Node.On.OTHER;
    if (call.held().isEmpty()) {
      return Held.nothingOn(on);
    }
    List<String> names = call.held().stream().map(program::name).distinct().toList();
    return new Held(call.held(), names, on);
  }

  /** A function is run by a body: the same as a call of the method that it stands for. */
  private void run(
      Value.Function function, Call by, Node from, Set<Premise> needed, boolean isSpawn) {
    MethodKey body = function.body();
    follow(
        new Call(
            body,
            body.type(),
            body.name().equals(Callee.CONSTRUCTOR),
            function.receiver(),
            function.captured(),
            Set.of(),
            by.guards(),
            by.held(),
            by.line(),
            ""),
        from,
        needed,
        isSpawn);
  }

  static void connect(Edge edge) {
    edge.from.leads(edge);
    if (!edge.to.isSolved) {
      edge.to.in.add(edge);
    }
  }

  /** Whether a verdict is one of what surely blocks. */
  static boolean isSure(Program.Judged.Sink sink) {
    return sink.verdict().severity() == Severity.ERROR;
  }
}
