package dev.unclog.summary;

import static com.google.common.truth.Truth.assertThat;

import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.annotations.stub.FunctionFate;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Entry.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The engine on graphs that no source could be written for by hand. */
class EngineTest {
  private static final int MANY = 10_000;

  /** Methods by number; calls as lists of numbers; a negative one blocks. */
  private static final class Graph implements Program {
    final Map<Integer, int[]> calls = new HashMap<>();
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
              new Verdict.Blocks(BlockingKind.WAIT, Severity.ERROR, "", "", List.of()));
    }

    @Override
    public List<MethodKey> targets(Call call) {
      return List.of(call.callee());
    }

    @Override
    public Coverage.Gap gap(Call call) {
      return Coverage.Gap.NO_IMPLEMENTATION;
    }

    @Override
    public Optional<BodyFacts> body(MethodKey method) {
      bodiesRead++;
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
    public boolean runsItsReceiver(Call call) {
      return false;
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
}
