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
import dev.unclog.store.JarCache;
import dev.unclog.store.StoredFacts;
import dev.unclog.store.StoredUnit;
import dev.unclog.summary.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.tools.JavaFileManager;

/**
 * The analysis of one compilation: asked once for each compilation unit, by whichever check comes
 * first.
 */
public final class Analysis {
  private final Types types;
  private final Words words;
  private final Contexts contexts;
  private final Judge judge;
  private final Callees callees;
  private final SourceBodies sources;
  private final Interests interests;
  private final Optional<JarCache> cache;
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
   * @param summaryPath where facts of classes lie that the compiler has without bodies
   * @param cacheFolder where facts of jars are kept from one compilation to the next; empty for
   *     nowhere
   * @param sink learns of cooperative bodies; what is found in them is told by whoever reports it
   * @param unreadable learns which classes could not be read, in the compiler's words
   * @param badFacts learns which stored facts could not be read
   */
  public Analysis(
      Context context,
      Catalogue catalogue,
      CooperativePatterns patterns,
      Kinds kinds,
      boolean followJars,
      List<Path> summaryPath,
      Optional<Path> cacheFolder,
      FindingSink sink,
      Consumer<String> unreadable,
      Consumer<String> badFacts) {
    this.types = Types.instance(context);
    this.words = new Words(catalogue);
    this.contexts = new Contexts(types, words, catalogue, patterns);
    this.callees = new Callees(context);
    this.judge = new Judge(words, catalogue, new Natures(callees, catalogue));
    this.sources = new SourceBodies(JavacTrees.instance(context), types, callees, judge);
    this.interests = new Interests(guards(catalogue), Set.of());
    this.cache =
        followJars ? cacheFolder.map(folder -> new JarCache(folder, interests)) : Optional.empty();
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
                    ? Optional.of(
                        new ClassFileBodies(
                            callees,
                            context.get(JavaFileManager.class),
                            interests,
                            new StoredFacts(interests, summaryPath, cache, badFacts),
                            unreadable))
                    : Optional.empty(),
                Suppliers.memoize(() -> new Hierarchy(types, Units.of(context)))));
    this.kinds = kinds;
    this.sink = sink;
    this.unreadable = unreadable;
  }

  /** What facts are read for. */
  public Interests interests() {
    return interests;
  }

  /**
   * The facts of a unit, to be stored.
   *
   * @param unit attributed whole
   * @return by outermost class; class files have no stamps yet
   */
  public List<StoredUnit> facts(CompilationUnitTree unit) {
    return sources.stored(unit);
  }

  /** Keeps what was read of jars for the next compilation. To be called when this one is over. */
  public void keep() {
    cache.ifPresent(JarCache::save);
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
      FactsReader facts = new FactsReader(unit, types, callees, judge);
      UnitAnalysis analysis =
          new UnitAnalysis(unit, types, words, judge, kinds, facts, sources, engine);
      new BodyScanner(unit, types, contexts, analysis, sink, unreadable)
          .scan(unit.getTypeDecls(), null);
      lastUnit = unit;
      lastDetections = analysis.detections();
    }
    return lastDetections;
  }
}
