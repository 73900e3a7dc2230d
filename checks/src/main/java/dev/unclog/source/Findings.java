package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.BlockingKind;
import dev.unclog.annotations.Severity;
import dev.unclog.call.Lock;
import dev.unclog.finding.Code;
import dev.unclog.finding.Finding;
import dev.unclog.finding.Fingerprints;
import dev.unclog.summary.Chain;
import dev.unclog.summary.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Puts what was found in a compilation unit into words. */
final class Findings {
  private final CompilationUnitTree unit;
  private final Types types;
  private final Places places;
  private final Steps steps;
  private final Sites sites;
  private final Fingerprints fingerprints = new Fingerprints();

  Findings(CompilationUnitTree unit, Types types, Steps steps, Sites sites) {
    this.unit = unit;
    this.types = types;
    this.places = new Places(unit);
    this.steps = steps;
    this.sites = sites;
  }

  /** A call that blocks itself, as a way of no steps. */
  Chain direct(Judge.Judgement judged) {
    MethodSymbol method = judged.callee().method();
    return new Chain(
        List.of(),
        new Program.Judged.Sink(
            Signatures.brief(method, types),
            Signatures.full(method, types),
            judged.verdict(),
            judged.premises()),
        judged.kind(),
        judged.isSure(),
        /* choices= */ 0,
        /* isChosenByOthers= */ false,
        /* areHoldersKnown= */ false,
        /* isFirstUse= */ false,
        /* isSpawnedInline= */ false);
  }

  /**
   * Where a finding points, and what it begins with.
   *
   * @param tree where it points
   * @param headline what it says of a chain from a place that must not block for a reason
   * @param site the same in the class file; empty if there is nothing to watch
   * @param repair what to do about the call itself; empty if that is not mechanical
   */
  record Spot(
      Tree tree,
      BiFunction<Chain, Reason, String> headline,
      Supplier<Optional<Code.Site>> site,
      Supplier<Optional<Repair>> repair) {
    Spot(
        Tree tree, BiFunction<Chain, Reason, String> headline, Supplier<Optional<Code.Site>> site) {
      this(tree, headline, site, Optional::empty);
    }

    Spot repairedBy(Supplier<Optional<Repair>> other) {
      return new Spot(tree, headline, site, other);
    }
  }

  /** A call. */
  Spot at(TreeCall call, FactsReader.Known known) {
    return new Spot(
        call.tree(), (chain, reason) -> headline(call, known, chain, reason), () -> sites.of(call));
  }

  /** The place in a body where it takes a lock. */
  Spot at(Lock.Acquisition acquisition, Tree body) {
    Tree place = LockPlaces.in(body, unit).at(acquisition.line());
    return new Spot(
        place, (chain, reason) -> LockFindings.headline(chain), () -> sites.ofMonitor(place));
  }

  /** A call in cooperative code that leads to blocking, or to a lock held over it. */
  Detection blocking(
      Spot spot, Body body, Chain chain, Reason reason, Optional<Words.Allowance> allowance) {
    Program.Judged.Sink sink = chain.sink();
    String check = check(chain, reason);
    List<Finding.Step> way = chain.hops().stream().map(steps::of).toList();
    List<String> details = new ArrayList<>();
    way.forEach(step -> details.add(step.text()));
    details.add(Finding.COOPERATIVE + because(chain, reason));
    String instead =
        chain.isThroughLock()
            ? LockFindings.INSTEAD
            : Judge.insteadIn(unit, reason, sink.verdict());
    if (!instead.isEmpty()) {
      details.add("instead: " + instead);
    }
    return new Detection(
        new Finding(
            check,
            check.equals(Finding.BLOCKING_BEFORE_RETURN) || !chain.isSure()
                ? Severity.WARNING
                : Severity.ERROR,
            Optional.of(chain.kind()),
            spot.headline.apply(chain, reason),
            details,
            way,
            body.name(),
            sink.id(),
            places.of(spot.tree),
            fingerprints.next(check, body.name(), sink.id()),
            allowance.map(each -> "@AllowBlocking: " + each.reason()),
            sites.code(spot.tree, spot.site.get(), chain)),
        sites.path(spot.tree),
        way.isEmpty() ? sink.verdict().dropIn() : "",
        spot.repair.get().or(reason::repair));
  }

  private String headline(TreeCall call, FactsReader.Known known, Chain chain, Reason reason) {
    String callee =
        chain.hops().isEmpty()
            ? chain.sink().name()
            : Signatures.brief(known.callee().method(), types);
    if (chain.isThroughLock()) {
      return LockFindings.headline(chain, callee);
    }
    return callee
        + (call.implied().isEmpty() ? "" : ", called " + call.implied() + ",")
        + (chain.isSure() ? " blocks" : " may block")
        + (reason.isContext() ? " a cooperative thread (" : " before this method returns (")
        + chain.kind().word()
        + ")";
  }

  private static String because(Chain chain, Reason reason) {
    return chain.isSpawnedInline()
        ? "whoever hands the work on runs it, or waits for it; " + reason.because()
        : reason.because();
  }

  private static String check(Chain chain, Reason reason) {
    if (reason.sort() == Reason.Sort.PROMISE) {
      return Finding.BLOCKING_BEFORE_RETURN;
    }
    if (chain.isThroughLock()) {
      return Finding.SYNCHRONIZED_IO;
    }
    if (chain.isSure() && (reason.sort() == Reason.Sort.INLINE_SPAWN || chain.isSpawnedInline())) {
      return Finding.INLINE_SPAWN;
    }
    return chain.isSure() ? Finding.BLOCKING_CALL : Finding.POSSIBLY_BLOCKING_CALL;
  }

  /** A hand-off whose result is thrown away. */
  Detection lostHandOff(Tree call, Body body, MethodSymbol hop) {
    String sink = Signatures.full(hop, types);
    return new Detection(
        new Finding(
            Finding.LOST_HAND_OFF,
            Severity.ERROR,
            Optional.empty(),
            Signatures.brief(hop, types) + " hands nothing off: what it returns is thrown away",
            List.of("instead: go on with what it returns; the chain that it is called on stays"),
            List.of(),
            body.name(),
            sink,
            places.of(call),
            fingerprints.next(Finding.LOST_HAND_OFF, body.name(), sink),
            Optional.empty(),
            sites.code(call)),
        sites.path(call),
        "",
        Optional.empty());
  }

  /** An allowance without a reason. */
  Detection withoutReason(Symbol declaration, Tree tree) {
    return allowance(
        declaration,
        tree,
        "@AllowBlocking gives no reason",
        "say why blocking does not matter here");
  }

  /** An allowance in whose scope nothing blocks. */
  Detection idle(Symbol declaration, Tree tree, Words.Allowance allowance) {
    return allowance(
        declaration,
        tree,
        "@AllowBlocking allows nothing: no call in it blocks" + kindsOf(allowance),
        "remove it");
  }

  private Detection allowance(Symbol declaration, Tree tree, String headline, String repair) {
    String name = declaration.toString();
    return new Detection(
        new Finding(
            Finding.UNNEEDED_ALLOW_BLOCKING,
            Severity.WARNING,
            Optional.empty(),
            headline,
            List.of("instead: " + repair),
            List.of(),
            name,
            "",
            places.of(tree),
            fingerprints.next(Finding.UNNEEDED_ALLOW_BLOCKING, name, ""),
            Optional.empty(),
            sites.code(tree)),
        sites.path(tree),
        "",
        Optional.empty());
  }

  private static String kindsOf(Words.Allowance allowance) {
    return allowance.kinds().isEmpty()
        ? ""
        : allowance.kinds().stream()
            .map(BlockingKind::word)
            .sorted()
            .collect(Collectors.joining(", ", " with a kind it names (", ")"));
  }
}
