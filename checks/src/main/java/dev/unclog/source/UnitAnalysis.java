package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import dev.unclog.catalogue.Kinds;
import dev.unclog.summary.Chain;
import dev.unclog.summary.Engine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The blocking calls in the cooperative bodies of one compilation unit, and its idle allowances.
 */
final class UnitAnalysis implements BodyScanner.Listener {
  private final CompilationUnitTree unit;
  private final Words words;
  private final Judge judge;
  private final Kinds kinds;
  private final FactsReader facts;
  private final SourceBodies sources;
  private final Engine engine;
  private final Set<String> shown = new HashSet<>();
  private final List<Indirect> indirect = new ArrayList<>();
  private final Findings findings;
  private final List<Detection> detections = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();

  UnitAnalysis(
      CompilationUnitTree unit,
      Words words,
      Judge judge,
      Kinds kinds,
      FactsReader facts,
      SourceBodies sources,
      Engine engine,
      Findings findings) {
    this.unit = unit;
    this.words = words;
    this.judge = judge;
    this.kinds = kinds;
    this.facts = facts;
    this.sources = sources;
    this.engine = engine;
    this.findings = findings;
  }

  /** A declaration with an allowance, while the scan is inside it. */
  private static final class Scope {
    final Symbol declaration;
    final Tree tree;
    final Words.Allowance allowance;
    boolean needed;

    Scope(Symbol declaration, Tree tree, Words.Allowance allowance) {
      this.declaration = declaration;
      this.tree = tree;
      this.allowance = allowance;
    }
  }

  /** A way to blocking that is shown only if its root has no shorter one to the same sink. */
  private record Indirect(Body body, Chain chain, Runnable report) {
    String pair() {
      return pair(body, chain);
    }

    static String pair(Body body, Chain chain) {
      return body.name() + " " + chain.sink().id();
    }
  }

  /** What was found, in the order of the source. */
  List<Detection> detections() {
    indirect.stream()
        .sorted(
            Comparator.comparing((Indirect way) -> !way.chain.isSure())
                .thenComparingInt(way -> way.chain.hops().size()))
        .filter(way -> shown.add(way.pair()))
        .forEach(way -> way.report.run());
    indirect.clear();
    detections.sort(
        Comparator.comparingInt((Detection detection) -> detection.finding().place().line())
            .thenComparingInt(detection -> detection.finding().place().column()));
    return List.copyOf(detections);
  }

  @Override
  public boolean wants(Body body) {
    return body.cooperative().isPresent() || !scopes.isEmpty();
  }

  @Override
  public void enter(Symbol declaration, Tree tree) {
    words
        .allowance(declaration)
        .ifPresent(allowance -> scopes.push(new Scope(declaration, tree, allowance)));
  }

  @Override
  public void leave(Symbol declaration) {
    if (!scopes.isEmpty() && scopes.peek().declaration == declaration) {
      Scope scope = scopes.pop();
      if (scope.allowance.reason().isBlank()) {
        detections.add(findings.withoutReason(scope.declaration, scope.tree));
      } else if (!scope.needed) {
        detections.add(findings.idle(scope.declaration, scope.tree, scope.allowance));
      }
    }
  }

  @Override
  public void call(TreeCall call, Body body) {
    FactsReader.Known known = facts.of(call);
    Optional<Judge.Judgement> judged = judge.of(known.call(), known.callee());
    if (judged.isPresent()) {
      blocks(call, body, known, findings.direct(judged.get()));
    } else {
      if (!judge.knows(known.callee())) {
        // It may well block further down, where nothing is in sight.
        scopes.forEach(scope -> scope.needed = true);
      }
      if (body.cooperative().isPresent()) {
        sources.read(unit); // For the functions in it, which have no name to be asked for by.
        engine.from(known.call()).forEach(chain -> blocks(call, body, known, chain));
      }
    }
  }

  private void blocks(TreeCall call, Body body, FactsReader.Known known, Chain chain) {
    Optional<Scope> allowing =
        scopes.stream().filter(scope -> scope.allowance.covers(chain.kind())).findFirst();
    allowing.ifPresent(scope -> scope.needed = true);
    body.cooperative()
        .filter(reason -> reason.forbids(chain.kind()) && kinds.includes(chain.kind()))
        .ifPresent(
            reason -> {
              Optional<Words.Allowance> allowance = allowing.map(scope -> scope.allowance);
              Runnable report =
                  () ->
                      detections.add(
                          findings.blocking(call, known, body, chain, reason, allowance));
              if (chain.hops().isEmpty()) {
                shown.add(Indirect.pair(body, chain));
                report.run();
              } else {
                indirect.add(new Indirect(body, chain, report));
              }
            });
  }
}
