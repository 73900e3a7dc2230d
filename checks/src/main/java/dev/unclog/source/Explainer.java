package dev.unclog.source;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.BodyFacts;
import dev.unclog.call.Call;
import dev.unclog.call.MethodKey;
import dev.unclog.call.Value;
import dev.unclog.catalogue.Callee;
import dev.unclog.catalogue.Kinds;
import dev.unclog.finding.Explanation;
import dev.unclog.summary.Chain;
import dev.unclog.summary.Engine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says why methods were found to block, or were not. */
final class Explainer {
  private static final int MOST_SUGGESTED = 5;

  private final Types types;
  private final Callees callees;
  private final Placement placement;
  private final Function<MethodSymbol, Optional<BodyFacts>> bodies;
  private final Engine engine;
  private final Steps steps;
  private final Kinds kinds;
  private final CallExplainer calls;
  private final Map<MethodKey, MethodSymbol> methods = new LinkedHashMap<>();

  Explainer(
      Types types,
      Callees callees,
      Placement placement,
      Function<MethodSymbol, Optional<BodyFacts>> bodies,
      Engine engine,
      Steps steps,
      Kinds kinds,
      CallExplainer calls,
      List<CompilationUnitTree> units) {
    this.types = types;
    this.callees = callees;
    this.placement = placement;
    this.bodies = bodies;
    this.engine = engine;
    this.steps = steps;
    this.kinds = kinds;
    this.calls = calls;
    for (CompilationUnitTree unit : units) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
          add(ASTHelpers.getSymbol(tree));
          return super.visitMethod(tree, null);
        }
      }.scan(unit, null);
    }
  }

  private void add(MethodSymbol method) {
    methods.putIfAbsent(Signatures.key(method, types), method);
  }

  /** An answer to each pattern, the methods in the order of the sources. */
  List<Explanation> explain(MethodPatterns patterns) {
    List<Explanation> answers = new ArrayList<>();
    for (MethodPatterns.Asked asked : patterns.asked()) {
      ofClassFile(asked);
      List<MethodKey> meant = methods.keySet().stream().filter(asked::means).toList();
      for (MethodKey method : meant) {
        answers.add(new Explanation(asked.text(), true, explain(method, methods.get(method))));
      }
      if (meant.isEmpty()) {
        answers.add(new Explanation(asked.text(), false, nothingMeant(asked)));
      }
    }
    return answers;
  }

  /** A class that is named in full may be one of a dependency. */
  private void ofClassFile(MethodPatterns.Asked asked) {
    String type = asked.text().substring(0, asked.text().indexOf('#'));
    if (type.indexOf('.') > 0 && type.indexOf('*') < 0) {
      callees
          .type(type)
          .ifPresent(
              known -> {
                List<MethodSymbol> members = new ArrayList<>();
                for (Symbol member : known.members().getSymbols()) {
                  if (member instanceof MethodSymbol method) {
                    members.add(method);
                  }
                }
                members.sort(Comparator.comparing(method -> Signatures.full(method, types)));
                members.forEach(this::add);
              });
    }
  }

  private String explain(MethodKey key, MethodSymbol method) {
    List<String> lines = new ArrayList<>();
    List<Chain> chains =
        engine.of(key).stream()
            .sorted(
                Comparator.comparing((Chain chain) -> !chain.isSure())
                    .thenComparingInt(chain -> chain.hops().size()))
            .toList();
    lines.add(
        key
            + ": "
            + (chains.isEmpty()
                ? "not found to block"
                : chains.stream().map(this::verb).collect(Collectors.joining(", "))));
    lines.add(
        placement
            .of(method)
            .map(reason -> "cooperative: " + reason.because())
            .orElse("not cooperative: nothing is reported in it"));
    lines.add("a call of it: " + calls.of(Call.exactly(key, new Value.Null(), List.of(), 0)));
    Optional<BodyFacts> body = bodies.apply(method);
    if (body.isEmpty()) {
      lines.add("its body is not read");
    }
    body.ifPresent(facts -> facts.calls().forEach(call -> lines.add(line(call))));
    if (!chains.isEmpty()) {
      lines.add("shortest way:");
      chains.get(0).hops().forEach(hop -> lines.add("  " + steps.of(hop).text()));
    }
    return String.join("\n  ", lines);
  }

  private String verb(Chain chain) {
    return CallExplainer.verb(chain)
        + (kinds.includes(chain.kind()) ? "" : " of a kind that is switched off");
  }

  private String line(Call call) {
    return (call.line() == 0 ? "" : "line " + call.line() + ": ")
        + Signatures.brief(call.callee())
        + (call.implied().isEmpty() ? "" : ", called " + call.implied())
        + ": "
        + calls.of(call);
  }

  /** Names that are near: the same method of other types, or other methods of the same type. */
  private String nothingMeant(MethodPatterns.Asked asked) {
    String member = asked.text().substring(asked.text().indexOf('#') + 1);
    List<String> near =
        methods.keySet().stream()
            .filter(method -> method.name().equalsIgnoreCase(member) || asked.isOf(method.type()))
            .map(Explainer::question)
            .distinct()
            .limit(MOST_SUGGESTED)
            .toList();
    return "nothing in sight is called "
        + asked.text()
        + (near.isEmpty() ? "" : "; there is " + String.join(", ", near));
  }

  private static String question(MethodKey method) {
    return method.type().replace('$', '.')
        + "#"
        + (method.name().equals(Callee.CONSTRUCTOR) ? "new" : method.name());
  }
}
