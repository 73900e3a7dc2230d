package dev.unclog.summary;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Guard;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine on graphs that no source could be written for by hand. */
class EngineTest {
  private static final int MANY = 10_000;

  /** Methods by number; calls as lists of numbers; a negative one blocks. */
  private static final class Graph implements Program {
    final Map<Integer, int[]> calls = new HashMap<>();
    final Map<Integer, BodyFacts> facts = new HashMap<>();
    List<BodyFacts> holders = List.of();
    int bodiesRead;

    void calls(int from, int... to) {
      calls.put(from, to);
    }

    @Override
    public Judged judge(Call call) {
      int number = number(call.callee());
      return number >= 0
          ? new Judged.Open()
          : new Judged.Sink(
              "sink" + number,
              "sink" + number,
              new Verdict.Blocks(BlockingKind.WAIT, Severity.ERROR, "", "", List.of()),
              premises(call));
    }

    @Override
    public List<MethodKey> targets(Call call) {
      return List.of(call.callee());
    }

    @Override
    public List<MethodKey> whereRun(MethodKey method, List<MethodKey> targets) {
      return targets;
    }

    @Override
    public Chooser chooser(Call call) {
      return Chooser.OWN;
    }

    @Override
    public Coverage.Gap gap(Call call) {
      return Coverage.Gap.NO_IMPLEMENTATION;
    }

    @Override
    public Optional<BodyFacts> body(MethodKey method) {
      bodiesRead++;
      if (facts.containsKey(number(method))) {
        return Optional.of(facts.get(number(method)));
      }
      List<Call> made = new ArrayList<>();
      for (int to : calls.getOrDefault(number(method), new int[0])) {
        made.add(call(to));
      }
      return Optional.of(new BodyFacts(method, "G.java", BodyFacts.Nature.CODE, made));
    }

    @Override
    public Optional<FunctionFate> fate(Call call, int argument) {
      return Optional.empty();
    }

    @Override
    public List<Value> ownWork(Call call) {
      return List.of();
    }

    @Override
    public boolean isHandOff(Call call, int argument) {
      return false;
    }

    @Override
    public boolean runsItsReceiver(Call call) {
      return false;
    }

    /** The number of a sink with an argument: it blocks unless that is zero. */
    private static Set<Premise> premises(Call call) {
      return !call.arguments().isEmpty() && call.arguments().get(0) instanceof Value.Parameter given
          ? Set.of(new Premise.NotZero(given.position()))
          : Set.of();
    }

    @Override
    public Optional<MethodKey> staticInitializer(MethodKey used) {
      return Optional.empty();
    }

    @Override
    public boolean isTold(Lock lock) {
      return false;
    }

    @Override
    public boolean isFarFetched(Chain way) {
      return way.calls() > 8;
    }

    @Override
    public boolean chargesFirstUse() {
      return false;
    }

    @Override
    public List<BodyFacts> holders(Lock lock) {
      return holders;
    }

    @Override
    public Optional<AssignedField> field(String type, String field) {
      return Optional.empty();
    }

    @Override
    public boolean isOfInitialisers(MethodKey body) {
      return false;
    }

    @Override
    public Optional<String> superclass(String type) {
      return Optional.empty();
    }

    @Override
    public List<BodyFacts> bodiesOf(String type) {
      return List.of();
    }

    @Override
    public boolean isEnumConstant(Value.Named field) {
      return field.type().equals("Mode");
    }

    @Override
    public Optional<Boolean> flag(Value.Flag flag) {
      return flag.name().equals("always") ? Optional.of(true) : Optional.empty();
    }

    @Override
    public Optional<Boolean> hubCheck(Value.Result result) {
      return Optional.of(true);
    }

    @Override
    public StreamNature nature(Value value) {
      return StreamNature.UNKNOWN;
    }

    @Override
    public String name(Lock lock) {
      return lock.name();
    }

    @Override
    public String id(MethodKey method) {
      return method.toString();
    }

    @Override
    public String name(MethodKey method) {
      return method.name();
    }

    private static int number(MethodKey method) {
      return Integer.parseInt(method.name());
    }
  }

  private static Call call(int to) {
    MethodKey callee = new MethodKey("G", String.valueOf(to), List.of());
    return Call.exactly(callee, new Value.Null(), List.of(), 1);
  }

  @Test
  void chainOfTenThousandMethodsNeedsNoStack() {
    Graph graph = new Graph();
    for (int i = 0; i < MANY; i++) {
      graph.calls(i, i + 1);
    }
    graph.calls(MANY, -1);
    List<Chain> chains = new Engine(graph).from(call(0));
    assertThat(chains).hasSize(1);
    assertThat(chains.get(0).hops()).hasSize(MANY + 1);
    assertThat(graph.bodiesRead).isEqualTo(MANY + 1);
  }

  @Test
  void cycleOfTenThousandMethodsEnds() {
    Graph graph = new Graph();
    for (int i = 0; i < MANY; i++) {
      graph.calls(i, (i + 1) % MANY);
    }
    assertThat(new Engine(graph).from(call(0))).isEmpty();
    graph.calls(MANY / 2, MANY / 2 + 1, -1);
    assertThat(new Engine(graph).from(call(0)).get(0).hops()).hasSize(MANY / 2 + 1);
  }

  @Test
  void whatWasSolvedIsNotExploredAgain() {
    Graph graph = new Graph();
    for (int i = 0; i < 100; i++) {
      graph.calls(i, i + 1);
    }
    graph.calls(100, -1);
    Engine engine = new Engine(graph);
    engine.from(call(50));
    int read = graph.bodiesRead;
    assertThat(engine.from(call(50)).get(0).hops()).hasSize(51);
    assertThat(graph.bodiesRead).isEqualTo(read);
    assertThat(engine.from(call(0)).get(0).hops()).hasSize(101);
    assertThat(graph.bodiesRead).isEqualTo(101);
  }

  @Test
  void shortestOfManyWays() {
    Graph graph = new Graph();
    graph.calls(0, 1, 2);
    graph.calls(1, 3);
    graph.calls(2, 4);
    graph.calls(3, 4);
    graph.calls(4, -1);
    Chain chain = new Engine(graph).from(call(0)).get(0);
    assertThat(chain.hops().stream().map(Chain.Hop::callee).toList())
        .containsExactly("2", "4", "sink-1")
        .inOrder();
  }

  private static final Value.Parameter FLAG = new Value.Parameter(0, "boolean");
  private static final Value.Parameter TIME = new Value.Parameter(0, "long");
  private static final Lock LOCK = new Lock("G", "lock", Lock.Kind.LOCK);

  private static MethodKey key(int number) {
    return new MethodKey("G", String.valueOf(number), List.of());
  }

  private static Call call(int to, List<Value> arguments, List<Guard> guards, List<Lock> held) {
    return new Call(key(to), "G", true, new Value.Null(), arguments, Set.of(), guards, held, 1, "");
  }

  private static BodyFacts body(int number, Call... calls) {
    return new BodyFacts(key(number), "G.java", BodyFacts.Nature.CODE, List.of(calls));
  }

  @Test
  void whatABranchOnAParameterLeadsToDependsOnTheCaller() {
    Graph graph = new Graph();
    graph.facts.put(0, body(0, call(1, List.of(FLAG), List.of(), List.of())));
    graph.facts.put(1, body(1, call(-1, List.of(), List.of(new Guard(FLAG, true)), List.of())));
    Engine engine = new Engine(graph);
    assertThat(engine.from(call(0, List.of(new Value.Constant("false")), List.of(), List.of())))
        .isEmpty();
    assertThat(engine.from(call(0, List.of(new Value.Constant("true")), List.of(), List.of())))
        .hasSize(1);
    assertThat(engine.from(call(0, List.of(new Value.Unknown("boolean")), List.of(), List.of())))
        .hasSize(1);
  }

  private static Guard compared(Value constant, boolean answer) {
    return new Guard(
        new Value.Equals(new Value.Parameter(0, "java.lang.Object"), constant), answer);
  }

  @Test
  void whatABranchDoesUnlessAParameterIsNullDependsOnTheCaller() {
    Graph graph = new Graph();
    Guard notNull = compared(new Value.Null(), false);
    graph.facts.put(
        0, body(0, call(1, List.of(new Value.Parameter(0, "P")), List.of(), List.of())));
    graph.facts.put(1, body(1, call(-1, List.of(), List.of(notNull), List.of())));
    Engine engine = new Engine(graph);
    assertThat(engine.from(call(0, List.of(new Value.Null()), List.of(), List.of()))).isEmpty();
    assertThat(engine.from(call(0, List.of(new Value.Constant("a")), List.of(), List.of())))
        .hasSize(1);
    assertThat(engine.from(call(0, List.of(new Value.Unknown("P")), List.of(), List.of())))
        .hasSize(1);
    Value either = new Value.OneOf(List.of(new Value.Null(), new Value.Unknown("P")));
    assertThat(engine.from(call(0, List.of(either), List.of(), List.of()))).hasSize(1);
    assertThat(engine.from(call(0, List.of(), List.of(), List.of()))).hasSize(1);
  }

  @Test
  void whatABranchDoesForAConstantDependsOnTheCaller() {
    Value five = new Value.Constant("5");
    Value six = new Value.Constant("6");
    Graph graph = new Graph();
    Guard isOne = compared(new Value.OneOf(List.of(five, new Value.Zero())), true);
    graph.facts.put(1, body(1, call(-1, List.of(), List.of(isOne), List.of())));
    Engine engine = new Engine(graph);
    assertThat(engine.from(call(1, List.of(six), List.of(), List.of()))).isEmpty();
    assertThat(engine.from(call(1, List.of(five), List.of(), List.of()))).hasSize(1);
    assertThat(engine.from(call(1, List.of(new Value.Zero()), List.of(), List.of()))).hasSize(1);
    Value either = new Value.OneOf(List.of(five, six));
    assertThat(engine.from(call(1, List.of(either), List.of(), List.of()))).hasSize(1);
  }

  @Test
  void onlyConstantsOfAnEnumAreSureToDiffer() {
    Graph graph = new Graph();
    Guard isLazy = compared(new Value.Named("Mode", "LAZY"), true);
    Guard isShared = compared(new Value.Named("G", "SHARED"), true);
    graph.facts.put(1, body(1, call(-1, List.of(), List.of(isLazy), List.of())));
    graph.facts.put(2, body(2, call(-1, List.of(), List.of(isShared), List.of())));
    Engine engine = new Engine(graph);
    Value eager = new Value.Named("Mode", "EAGER");
    assertThat(engine.from(call(1, List.of(eager), List.of(), List.of()))).isEmpty();
    Value other = new Value.Named("G", "OTHER");
    assertThat(engine.from(call(2, List.of(other), List.of(), List.of()))).hasSize(1);
  }

  @Test
  void whatContradictsItselfIsNeverCalled() {
    Value five = new Value.Constant("5");
    Guard isFive = compared(five, true);
    Guard isNone = compared(new Value.OneOf(List.of(five, new Value.Zero())), false);
    Guard isSix = compared(new Value.Constant("6"), true);
    Graph graph = new Graph();
    graph.facts.put(1, body(1, call(-1, List.of(), List.of(isFive, isNone), List.of())));
    graph.facts.put(2, body(2, call(-1, List.of(), List.of(isFive, isSix), List.of())));
    graph.facts.put(3, body(3, call(-1, List.of(), List.of(isNone, isSix), List.of())));
    Engine engine = new Engine(graph);
    List<Value> any = List.of(new Value.Unknown("int"));
    assertThat(engine.from(call(1, any, List.of(), List.of()))).isEmpty();
    assertThat(engine.from(call(2, any, List.of(), List.of()))).isEmpty();
    assertThat(engine.from(call(3, any, List.of(), List.of()))).hasSize(1);
  }

  @Test
  void noWayIsLostToOthersThatPresumeMore() {
    Graph graph = new Graph();
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Value.Parameter parameter = new Value.Parameter(i, "P");
      Guard notNull = new Guard(new Value.Equals(parameter, new Value.Null()), false);
      calls.add(call(-1, List.of(), List.of(notNull), List.of()));
      calls.add(call(-2 - i, List.of(), List.of(notNull), List.of()));
    }
    graph.facts.put(0, body(0, calls.toArray(Call[]::new)));
    List<Value> lastAlone = new ArrayList<>(Collections.nCopies(9, new Value.Null()));
    lastAlone.add(new Value.Unknown("P"));
    assertThat(
            new Engine(graph)
                .from(call(0, lastAlone, List.of(), List.of())).stream()
                    .map(chain -> chain.sink().id())
                    .toList())
        .containsAtLeast("sink-1", "sink-11");
  }

  @Test
  void whatIsKnownOfTheHubIsKnownOfAParameterMadeOfIt() {
    Graph graph = new Graph();
    graph.facts.put(1, body(1, call(-1, List.of(), List.of(new Guard(FLAG, false)), List.of())));
    Value onHub = new Value.Result(key(9), "G", false, List.of(), "boolean");
    Engine engine = new Engine(graph);
    assertThat(engine.from(call(1, List.of(onHub), List.of(), List.of()))).isEmpty();
    assertThat(engine.from(call(1, List.of(new Value.Not(onHub)), List.of(), List.of())))
        .hasSize(1);
    assertThat(engine.isOffTheHub(List.of(new Guard(onHub, false)))).isTrue();
    assertThat(engine.isOffTheHub(List.of(new Guard(onHub, true)))).isFalse();
  }

  @Test
  void zeroIsZeroHoweverFarAway() {
    Graph graph = new Graph();
    graph.facts.put(0, body(0, call(1, List.of(TIME), List.of(), List.of())));
    graph.facts.put(1, body(1, call(-1, List.of(TIME), List.of(), List.of())));
    Engine engine = new Engine(graph);
    assertThat(engine.from(call(0, List.of(new Value.Zero()), List.of(), List.of()))).isEmpty();
    assertThat(engine.from(call(0, List.of(new Value.Constant("5")), List.of(), List.of())))
        .hasSize(1);
  }

  @Test
  void whoTakesALockWaitsForWhatItIsHeldOver() {
    Graph graph = new Graph();
    BodyFacts holder =
        new BodyFacts(
            key(5),
            "G.java",
            BodyFacts.Nature.CODE,
            List.of(
                call(-1, List.of(), List.of(), List.of(LOCK)),
                call(-2, List.of(), List.of(), List.of())),
            List.of(new Lock.Acquisition(LOCK, 7)),
            new Value.Unknown(""));
    graph.holders = List.of(holder);
    graph.facts.put(
        1,
        new BodyFacts(
            key(1),
            "G.java",
            BodyFacts.Nature.CODE,
            List.of(),
            List.of(new Lock.Acquisition(LOCK, 3)),
            new Value.Unknown("")));
    List<Chain> chains = new Engine(graph).from(call(1));
    assertThat(chains).hasSize(1);
    assertThat(chains.get(0).isThroughLock()).isTrue();
    assertThat(chains.get(0).kind()).isEqualTo(BlockingKind.LOCK);
    assertThat(chains.get(0).sink().id()).isEqualTo("sink-1");
    assertThat(chains.get(0).hops().get(0).contention().get().holder()).isEqualTo("5");
    graph.holders = List.of();
    assertThat(new Engine(graph).from(call(1))).isEmpty();
  }
}
