package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.Lock;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
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
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The blocking calls in the cooperative bodies of one compilation unit, and its idle allowances.
 */
final class UnitAnalysis implements BodyListener {
  private final CompilationUnitTree unit;
  private final Words words;
  private final Judge judge;
  private final Kinds kinds;
  private final FactsReader facts;
  private final SourceBodies sources;
  private final Engine engine;
  private final LockFindings locks;
  private final Hops hops;
  private final AwaitedWork awaited;
  private final CallRepairs repairs;
  private final Predicate<MethodKey> promises;
  private final BiPredicate<Chain, Reason> leftOut;
  private final TestsOnly testsOnly;
  private final Set<String> shown = new HashSet<>();
  private final List<Indirect> indirect = new ArrayList<>();
  private final Findings findings;
  private final List<Detection> detections = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final Deque<MethodSymbol> visibleForTests = new ArrayDeque<>();

  UnitAnalysis(
      CompilationUnitTree unit,
      Words words,
      Judge judge,
      Kinds kinds,
      FactsReader facts,
      SourceBodies sources,
      Engine engine,
      LockFindings locks,
      Hops hops,
      AwaitedWork awaited,
      Types types,
      Predicate<MethodKey> promises,
      BiPredicate<Chain, Reason> leftOut,
      TestsOnly testsOnly,
      Findings findings) {
    this.unit = unit;
    this.words = words;
    this.judge = judge;
    this.kinds = kinds;
    this.facts = facts;
    this.sources = sources;
    this.engine = engine;
    this.locks = locks;
    this.hops = hops;
    this.awaited = awaited;
    this.repairs = new CallRepairs(unit, types);
    this.promises = promises;
    this.leftOut = leftOut;
    this.testsOnly = testsOnly;
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

    boolean isSpawnedInline() {
      return chain.isSpawnedInline()
          || body.cooperative()
              .filter(reason -> reason.sort() == Reason.Sort.INLINE_SPAWN)
              .isPresent();
    }

    /** A lock is no news where the same blocking has been shown already. */
    boolean isNews(Set<String> shown) {
      String direct = body.name() + " " + chain.sink().id();
      return shown.add(pair()) && !(chain.isThroughLock() && shown.contains(direct));
    }

    static String pair(Body body, Chain chain) {
      String pair = body.name() + " " + chain.sink().id();
      return chain.isThroughLock() ? pair + " by a lock" : pair;
    }
  }

  /** What was found, in the order of the source. */
  List<Detection> detections() {
    indirect.stream()
        .sorted(
            Comparator.comparing((Indirect way) -> way.chain.isThroughLock())
                .thenComparing(way -> !way.chain.isSure())
                .thenComparingInt(way -> way.chain.hops().size())
                .thenComparing(way -> !way.isSpawnedInline()))
        .filter(way -> way.isNews(shown))
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
    if (declaration instanceof MethodSymbol method && TestsOnly.isMarked(method)) {
      visibleForTests.push(method);
    }
    words
        .allowance(declaration)
        .ifPresent(allowance -> scopes.push(new Scope(declaration, tree, allowance)));
  }

  @Override
  public void leave(Symbol declaration) {
    if (visibleForTests.peek() == declaration) {
      visibleForTests.pop();
    }
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
    if (engine.isOffTheHub(known.call().guards())) {
      return;
    }
    Optional<Judge.Judgement> judged = judge.of(known.call(), known.callee());
    if (judged.isPresent()) {
      if (engine.isNeverMade(known.call().guards()) || takesWhatIsHeldBriefly(known, body)) {
        return;
      }
      Nesting place = call.nesting().copy();
      Findings.Spot spot =
          findings.at(call, known).repairedBy(() -> repairs.of(call.tree(), place));
      List<Chain> work = body.cooperative().map(why -> awaited(call, known, why)).orElse(List.of());
      if (work.isEmpty()) {
        blocks(spot, body, findings.direct(judged.get()));
      }
      work.forEach(chain -> blocks(spot, body, chain));
    } else {
      if (!judge.knows(known.call(), known.callee())) {
        // It may well block further down, where nothing is in sight.
        scopes.forEach(scope -> scope.needed = true);
      }
      if (body.cooperative().isPresent()) {
        sources.read(unit); // For the functions in it, which have no name to be asked for by.
        Findings.Spot spot = findings.at(call, known);
        // A call of its own: the scan has told already where functions go along its chain.
        Call asked = known.call().through(known.call().receiverType());
        engine.from(asked, body.key(), body.method()).forEach(chain -> blocks(spot, body, chain));
      }
    }
  }

  /** What surely blocks in the work that a call waits for: more to the point than the wait. */
  private List<Chain> awaited(TreeCall call, FactsReader.Known known, Reason reason) {
    List<Value.Function> work = awaited.of(call);
    if (work.isEmpty()) {
      return List.of();
    }
    sources.read(unit);
    return work.stream()
        .flatMap(function -> engine.of(function, known.call()).stream())
        .filter(chain -> chain.isSure() && kinds.includes(chain.kind()))
        .filter(reason::concerns)
        .toList();
  }

  /**
   * Whether a call takes a lock that nobody holds over anything that blocks, or that is held here.
   */
  private boolean takesWhatIsHeldBriefly(FactsReader.Known known, Body body) {
    if (known.taken().filter(lock -> isHeldAlready(lock, known.call())).isPresent()) {
      return true;
    }
    if (known.taken().filter(engine::isTold).isEmpty()) {
      return false;
    }
    sources.read(unit);
    return engine
        .from(body.key(), new Lock.Acquisition(known.taken().get(), known.call().line()))
        .isEmpty();
  }

  private static boolean isHeldAlready(Lock lock, Call call) {
    return lock.kind() == Lock.Kind.LOCK && call.held().contains(lock);
  }

  /** Looks at the locks that a cooperative body takes by itself. */
  @Override
  public void cooperative(Body body, Tree tree) {
    sources.read(unit);
    for (Lock.Acquisition acquisition :
        sources.known(body.key()).map(BodyFacts::acquired).orElse(List.of())) {
      engine
          .from(body.key(), acquisition)
          .ifPresent(chain -> blocks(findings.at(acquisition, tree), body, chain));
    }
  }

  @Override
  public void dropped(MethodInvocationTree call, Body body) {
    hops.lost(call).ifPresent(hop -> detections.add(findings.lostHandOff(call, body, hop)));
  }

  /** Another method on the way promises the same, and is told itself. */
  private boolean isPromisedOnTheWay(Chain chain) {
    return chain.hops().stream().flatMap(hop -> hop.body().stream()).anyMatch(promises);
  }

  private void blocks(Findings.Spot spot, Body body, Chain chain) {
    Optional<Scope> allowing =
        scopes.stream().filter(scope -> scope.allowance.covers(chain.kind())).findFirst();
    allowing.ifPresent(scope -> scope.needed = true);
    if (visibleForTests.stream().anyMatch(testsOnly::call)) {
      return;
    }
    body.cooperative()
        .filter(reason -> reason.concerns(chain) && kinds.includes(chain.kind()))
        .filter(reason -> reason.isContext() || !isPromisedOnTheWay(chain))
        .filter(reason -> !chain.isThroughLock() || locks.matters(chain, reason))
        .filter(reason -> !leftOut.test(chain, reason))
        .ifPresent(
            reason -> {
              Optional<Words.Allowance> allowance = allowing.map(scope -> scope.allowance);
              Runnable report =
                  () ->
                      detections.add(
                          findings.blocking(spot, body, reason.told(chain), reason, allowance));
              if (chain.hops().isEmpty() || chain.hops().get(0).isWait()) {
                shown.add(Indirect.pair(body, chain));
                report.run();
              } else {
                indirect.add(new Indirect(body, chain, report));
              }
            });
  }
}
