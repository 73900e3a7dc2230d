package dev.unclog.source;

import com.google.common.base.Suppliers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import dev.unclog.call.Interests;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Kinds;
import dev.unclog.finding.FindingSink;
import dev.unclog.summary.Engine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The analysis of one compilation: asked once for each compilation unit, by whichever check comes
 * first.
 */
public final class Analysis {
  private final Types types;
  private final Words words;
  private final Contexts contexts;
  private final Judge judge;
  private final FactsReaders facts;
  private final SourceBodies sources;
  private final Engine engine;
  private final Kinds kinds;
  private final FindingSink sink;
  private final Consumer<String> unreadable;
  private CompilationUnitTree lastUnit;
  private List<Detection> lastDetections = List.of();

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
    this.types = Types.instance(context);
    this.words = new Words(catalogue);
    this.contexts = new Contexts(types, words, catalogue, patterns);
    Callees callees = new Callees(context);
    this.judge = new Judge(words, catalogue, new Natures(callees, catalogue));
    this.facts = new FactsReaders(types, callees, judge, Interests.NONE);
    this.sources = new SourceBodies(JavacTrees.instance(context), types, facts);
    this.engine =
        new Engine(
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
                Suppliers.memoize(() -> new Hierarchy(types, Units.of(context)))));
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
   * The blocking calls in the cooperative code of a unit, and what of its allowances is idle.
   *
   * @param unit attributed whole
   * @return in the order of the source; suppressed ones too
   */
  public List<Detection> of(CompilationUnitTree unit) {
    if (unit != lastUnit) {
      UnitAnalysis analysis =
          new UnitAnalysis(unit, types, words, judge, kinds, facts.of(unit), sources, engine);
      new BodyScanner(unit, types, contexts, analysis, sink, unreadable)
          .scan(unit.getTypeDecls(), null);
      lastUnit = unit;
      lastDetections = analysis.detections();
    }
    return lastDetections;
  }
}
