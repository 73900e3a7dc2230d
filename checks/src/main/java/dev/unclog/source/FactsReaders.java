package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Interests;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives each compilation unit its reader of facts. A few are kept: while one unit is reported on,
 * others are followed and assigned fields of others looked up, and each reads its unit as a whole.
 */
final class FactsReaders {
  private static final int MOST_KEPT = 16;

  private final Types types;
  private final Callees callees;
  private final Judge judge;
  private final Interests interests;
  private final Results results;
  private final Map<CompilationUnitTree, FactsReader> kept =
      new LinkedHashMap<>(2 * MOST_KEPT, 0.75f, /* accessOrder= */ true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CompilationUnitTree, FactsReader> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * What is known of calls outlives the readers: a unit that is followed early is reported on late.
   */
  private final Map<CompilationUnitTree, Map<FactsReader.Asked, FactsReader.Known>> known =
      new HashMap<>();

  /**
   * Readers for the units of one compilation.
   *
   * @param interests what facts will be asked about
   */
  FactsReaders(Types types, Callees callees, Judge judge, Interests interests) {
    this.types = types;
    this.callees = callees;
    this.judge = judge;
    this.interests = interests;
    this.results = new Results(types, interests.asked());
  }

  /** The same as last time for the same unit, as a rule: whoever reads it shares one. */
  FactsReader of(CompilationUnitTree unit) {
    FactsReader reader = kept.get(unit);
    if (reader == null) {
      Map<FactsReader.Asked, FactsReader.Known> calls =
          known.computeIfAbsent(unit, key -> new HashMap<>());
      reader = new FactsReader(unit, types, callees, judge, interests, results, calls);
      kept.put(unit, reader);
    }
    return reader;
  }
}
