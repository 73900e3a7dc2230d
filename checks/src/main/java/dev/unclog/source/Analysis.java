package dev.unclog.source;

import com.google.common.base.Suppliers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Kinds;
import dev.unclog.finding.CoverageReport;
import dev.unclog.finding.Explanation;
import dev.unclog.finding.FindingSink;
import dev.unclog.summary.Coverage;
import dev.unclog.summary.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The analysis of one compilation: asked once for each compilation unit. */
public final class Analysis {
  private final Context context;
  private final Types types;
  private final Words words;
  private final Contexts contexts;
  private final Judge judge;
  private final Callees callees;
  private final SourceBodies sources;
  private final Coverage coverage = new Coverage();
  private final JavacProgram program;
  private final Engine engine;
  private final Steps steps;
  private final Kinds kinds;
  private final FindingSink sink;
  private final Consumer<String> unreadable;

  /**
   * An analysis of what a compiler has attributed.
   *
   * @param context the compiler's
   * @param catalogue what is known of libraries
   * @param patterns what is cooperative by the user's word
   * @param kinds which kinds of blocking are of interest
   * @param followJars whether calls are followed into the class files of dependencies
   * @param sink learns of cooperative bodies; what is found in them is told by whoever reports it
   * @param unreadable learns which classes could not be read, in the compiler's words
   */
  public Analysis(
      Context context,
      Catalogue catalogue,
      CooperativePatterns patterns,
      Kinds kinds,
      boolean followJars,
      FindingSink sink,
      Consumer<String> unreadable) {
    this.context = context;
    this.types = Types.instance(context);
    this.words = new Words(catalogue);
    this.contexts = new Contexts(types, words, catalogue, patterns);
    this.callees = new Callees(context);
    this.judge = new Judge(words, catalogue, new Natures(callees, catalogue));
    this.sources = new SourceBodies(JavacTrees.instance(context), types, callees, judge);
    this.program =
        new JavacProgram(
            types,
            callees,
            words,
            judge,
            contexts,
            sources,
            followJars
                ? Optional.of(new ClassFileBodies(callees, guards(catalogue), unreadable))
                : Optional.empty(),
            Suppliers.memoize(() -> new Hierarchy(types, Units.of(context))),
            coverage);
    this.engine = new Engine(program, coverage);
    this.steps = new Steps(types, callees, sources);
    this.kinds = kinds;
    this.sink = sink;
    this.unreadable = unreadable;
  }

  /** The names of methods that matter if they were called on a receiver before. */
  private static Set<String> guards(Catalogue catalogue) {
    return catalogue.entries().stream()
        .flatMap(entry -> entry.neverBlocksWhen().stream())
        .flatMap(condition -> Judge.guard(condition).stream())
        .map(guard -> guard.substring(0, guard.indexOf('(')))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The compilation units that the compiler holds.
   *
   * @return in the order of their files' names
   */
  public List<CompilationUnitTree> units() {
    return Units.of(context);
  }

  /**
   * The blocking calls in the cooperative code of a unit, and what of its allowances is idle.
   *
   * @param unit attributed whole
   * @return in the order of the source; suppressed ones too
   */
  public List<Detection> of(CompilationUnitTree unit) {
    FactsReader facts = new FactsReader(unit, types, callees, judge);
    Findings findings = new Findings(unit, types, steps);
    UnitAnalysis analysis =
        new UnitAnalysis(unit, words, judge, kinds, facts, sources, engine, findings);
    new BodyScanner(unit, types, contexts, analysis, sink, unreadable)
        .scan(unit.getTypeDecls(), null);
    return analysis.detections();
  }

  /**
   * How far calls could be followed.
   *
   * @return what is known when all units have been analysed
   */
  public CoverageReport coverage() {
    return new CoverageReport(
        coverage.followedCalls(),
        engine.unresolved().stream()
            .map(
                what ->
                    new CoverageReport.Unresolved(
                        what.method().toString(), what.gap().words(), what.calls()))
            .toList(),
        List.copyOf(coverage.missingClasses()));
  }

  /**
   * Why methods were found to block, or were not.
   *
   * @param patterns which methods
   * @return an answer for each method, and for each pattern that means none
   */
  public List<Explanation> explain(MethodPatterns patterns) {
    if (patterns.isEmpty()) {
      return List.of();
    }
    CallExplainer calls = new CallExplainer(callees, words, judge, contexts, program, engine);
    return new Explainer(
            types, callees, contexts, program::bodyOf, engine, steps, kinds, calls, units())
        .explain(patterns);
  }
}
