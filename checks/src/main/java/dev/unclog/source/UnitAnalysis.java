package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.annotations.Severity;
import dev.unclog.catalogue.Kinds;
import dev.unclog.finding.Finding;
import dev.unclog.finding.Fingerprints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

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
  private final Origins origins;
  private final Fingerprints fingerprints = new Fingerprints();
  private final List<Detection> detections = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();

  UnitAnalysis(
      CompilationUnitTree unit,
      Types types,
      Words words,
      Judge judge,
      Kinds kinds,
      Origins origins) {
    this.unit = unit;
    this.types = types;
    this.words = words;
    this.judge = judge;
    this.kinds = kinds;
    this.places = new Places(unit);
    this.origins = origins;
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

  /** What was found, in the order of the source. */
  List<Detection> detections() {
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
  public void call(Call call, Body body) {
    Optional<Judge.Judgement> judged = judge.of(call, unit, origins);
    if (judged.isEmpty()) {
      if (!judge.knows(call)) {
        // It may well block further down, where this analysis does not look.
        scopes.forEach(scope -> scope.needed = true);
      }
      return;
    }
    Optional<Scope> allowing =
        scopes.stream().filter(scope -> scope.allowance.covers(judged.get().kind())).findFirst();
    allowing.ifPresent(scope -> scope.needed = true);
    body.cooperative()
        .filter(
            reason -> reason.forbids(judged.get().kind()) && kinds.includes(judged.get().kind()))
        .ifPresent(
            reason ->
                report(call, body, judged.get(), reason, allowing.map(scope -> scope.allowance)));
  }

  private void report(
      Call call,
      Body body,
      Judge.Judgement judged,
      Reason reason,
      Optional<Words.Allowance> allowance) {
    boolean sure = judged.verdict().severity() == Severity.ERROR;
    String check = sure ? Finding.BLOCKING_CALL : Finding.POSSIBLY_BLOCKING_CALL;
    String headline =
        Signatures.brief(judged.callee().method(), types)
            + (call.implied().isEmpty() ? "" : ", called " + call.implied() + ",")
            + (sure ? " blocks" : " may block")
            + " a cooperative thread ("
            + judged.kind().word()
            + ")";
    List<String> details = new ArrayList<>();
    details.add("cooperative: " + reason.because());
    String instead = Judge.insteadIn(unit, judged.verdict());
    if (!instead.isEmpty()) {
      details.add("instead: " + instead);
    }
    String sink = Signatures.full(judged.callee().method(), types);
    detections.add(
        new Detection(
            new Finding(
                check,
                judged.verdict().severity(),
                Optional.of(judged.kind()),
                headline,
                details,
                body.name(),
                sink,
                places.of(call.tree()),
                fingerprints.next(check, body.name(), sink),
                allowance.map(known -> "@AllowBlocking: " + known.reason())),
            call.tree(),
            judged.verdict().dropIn()));
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
