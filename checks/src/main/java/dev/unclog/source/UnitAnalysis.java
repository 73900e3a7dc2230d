package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.Severity;
import dev.unclog.call.Lock;
import dev.unclog.catalogue.Kinds;
import dev.unclog.finding.Finding;
import dev.unclog.finding.Fingerprints;
import dev.unclog.summary.Chain;
import dev.unclog.summary.Engine;
import dev.unclog.summary.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The blocking calls in the cooperative bodies of one compilation unit, and its idle allowances.
 */
final class UnitAnalysis implements BodyScanner.Listener {
  private final CompilationUnitTree unit;
  private final Types types;
  private final Words words;
  private final Judge judge;
  private final Kinds kinds;
  private final Places places;
  private final FactsReader facts;
  private final SourceBodies sources;
  private final Engine engine;
  private final LockFindings locks;
  private final Set<String> shown = new HashSet<>();
  private final List<Indirect> indirect = new ArrayList<>();
  private final Fingerprints fingerprints = new Fingerprints();
  private final List<Detection> detections = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();

  UnitAnalysis(
      CompilationUnitTree unit,
      Types types,
      Words words,
      Judge judge,
      Kinds kinds,
      FactsReader facts,
      SourceBodies sources,
      Engine engine,
      LockFindings locks) {
    this.unit = unit;
    this.types = types;
    this.words = words;
    this.judge = judge;
    this.kinds = kinds;
    this.places = new Places(unit);
    this.facts = facts;
    this.sources = sources;
    this.engine = engine;
    this.locks = locks;
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

    /** A lock is no news where the same blocking has been shown already. */
    boolean isNews(Set<String> shown) {
      return shown.add(pair()) && !(chain.isThroughLock() && shown.contains(directPair()));
    }

    private String directPair() {
      return body.name() + " " + chain.sink().id();
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
                .thenComparingInt(way -> way.chain.hops().size()))
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
    words
        .allowance(declaration)
        .ifPresent(allowance -> scopes.push(new Scope(declaration, tree, allowance)));
  }

  @Override
  public void leave(Symbol declaration) {
    if (!scopes.isEmpty() && scopes.peek().declaration == declaration) {
      Scope scope = scopes.pop();
      if (scope.allowance.reason().isBlank()) {
        reportAllowance(
            scope, "@AllowBlocking gives no reason", "say why blocking does not matter here");
      } else if (!scope.needed) {
        reportAllowance(
            scope,
            "@AllowBlocking allows nothing: no call in it blocks" + kindsOf(scope.allowance),
            "remove it");
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
      blocks(body, direct(judged.get()), spot(call, known));
    } else {
      if (!judge.knows(known.callee())) {
        // It may well block further down, where nothing is in sight.
        scopes.forEach(scope -> scope.needed = true);
      }
      if (body.cooperative().isPresent()) {
        sources.read(unit); // For the functions in it, which have no name to be asked for by.
        engine.from(known.call()).forEach(chain -> blocks(body, chain, spot(call, known)));
      }
    }
  }

  private Chain direct(Judge.Judgement judged) {
    MethodSymbol method = judged.callee().method();
    return new Chain(
        List.of(),
        new Program.Judged.Sink(
            Signatures.brief(method, types),
            Signatures.full(method, types),
            judged.verdict(),
            judged.premises()),
        judged.kind(),
        judged.isSure());
  }

  /** Where a finding points, and what it begins with. */
  private record Spot(Tree tree, Function<Chain, String> headline) {}

  private Spot spot(TreeCall call, FactsReader.Known known) {
    return new Spot(call.tree(), chain -> headline(call, known, chain));
  }

  private void blocks(Body body, Chain chain, Spot spot) {
    Optional<Scope> allowing =
        scopes.stream().filter(scope -> scope.allowance.covers(chain.kind())).findFirst();
    allowing.ifPresent(scope -> scope.needed = true);
    body.cooperative()
        .filter(reason -> reason.forbids(chain.kind()) && kinds.includes(chain.kind()))
        .filter(reason -> !chain.isThroughLock() || locks.matters(chain, reason))
        .ifPresent(
            reason -> {
              Optional<Words.Allowance> allowance = allowing.map(scope -> scope.allowance);
              Runnable report = () -> report(body, chain, spot, reason, allowance);
              if (chain.hops().isEmpty() || chain.hops().get(0).isWait()) {
                shown.add(Indirect.pair(body, chain));
                report.run();
              } else {
                indirect.add(new Indirect(body, chain, report));
              }
            });
  }

  private void report(
      Body body, Chain chain, Spot spot, Reason reason, Optional<Words.Allowance> allowance) {
    Program.Judged.Sink sink = chain.sink();
    String check = check(chain);
    List<String> details = new ArrayList<>();
    List<Finding.Step> way = new ArrayList<>();
    for (Chain.Hop hop : chain.hops()) {
      way.add(new Finding.Step(hop.caller(), step(hop)));
      details.add(step(hop));
    }
    details.add("cooperative: " + reason.because());
    String instead =
        chain.isThroughLock() ? LockFindings.INSTEAD : Judge.insteadIn(unit, sink.verdict());
    if (!instead.isEmpty()) {
      details.add("instead: " + instead);
    }
    detections.add(
        new Detection(
            new Finding(
                check,
                chain.isSure() ? Severity.ERROR : Severity.WARNING,
                Optional.of(chain.kind()),
                spot.headline.apply(chain),
                details,
                way,
                body.name(),
                sink.id(),
                places.of(spot.tree),
                fingerprints.next(check, body.name(), sink.id()),
                allowance.map(each -> "@AllowBlocking: " + each.reason())),
            spot.tree,
            chain.hops().isEmpty() ? sink.verdict().dropIn() : ""));
  }

  /** Looks at the locks that a cooperative body takes by itself. */
  @Override
  public void cooperative(Body body, Tree tree) {
    sources.read(unit);
    sources
        .known(body.key())
        .ifPresent(
            known -> {
              for (Lock.Acquisition acquisition : known.acquired()) {
                engine
                    .from(body.key(), acquisition)
                    .ifPresent(chain -> takes(body, tree, acquisition, chain));
              }
            });
  }

  private void takes(Body body, Tree tree, Lock.Acquisition acquisition, Chain chain) {
    Tree place = LockPlaces.in(tree, unit).at(acquisition.line());
    blocks(body, chain, new Spot(place, locks::headline));
  }

  private String headline(TreeCall call, FactsReader.Known known, Chain chain) {
    String callee =
        chain.hops().isEmpty()
            ? chain.sink().name()
            : Signatures.brief(known.callee().method(), types);
    if (chain.isThroughLock()) {
      return locks.headline(chain, callee);
    }
    return callee
        + (call.implied().isEmpty() ? "" : ", called " + call.implied() + ",")
        + (chain.isSure() ? " blocks" : " may block")
        + " a cooperative thread ("
        + chain.kind().word()
        + ")";
  }

  private static String check(Chain chain) {
    if (chain.isThroughLock()) {
      return Finding.SYNCHRONIZED_IO;
    }
    return chain.isSure() ? Finding.BLOCKING_CALL : Finding.POSSIBLY_BLOCKING_CALL;
  }

  private static String step(Chain.Hop hop) {
    if (hop.isWait()) {
      String holder = hop.contention().get().holder();
      return "takes " + hop.callee() + at(hop) + ", which " + holder + " holds while it";
    }
    String holding = hop.held().isEmpty() ? "" : ", holding " + String.join(" and ", hop.held());
    return "calls " + hop.callee() + at(hop) + holding;
  }

  private static String at(Chain.Hop hop) {
    if (hop.file().isEmpty()) {
      return "";
    }
    return hop.line() == 0 ? ", in " + hop.file() : ", at " + hop.file() + ":" + hop.line();
  }

  private void reportAllowance(Scope scope, String headline, String repair) {
    String name = scope.declaration.toString();
    detections.add(
        new Detection(
            new Finding(
                Finding.UNNEEDED_ALLOW_BLOCKING,
                Severity.WARNING,
                Optional.empty(),
                headline,
                List.of("instead: " + repair),
                List.of(),
                name,
                "",
                places.of(scope.tree),
                fingerprints.next(Finding.UNNEEDED_ALLOW_BLOCKING, name, ""),
                Optional.empty()),
            scope.tree,
            ""));
  }

  private static String kindsOf(Words.Allowance allowance) {
    return allowance.kinds().isEmpty()
        ? ""
        : allowance.kinds().stream()
            .map(kind -> kind.word())
            .sorted()
            .collect(java.util.stream.Collectors.joining(", ", " with a kind it names (", ")"));
  }
}
