package dev.unclog.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Types;
import dev.unclog.call.Interests;

/** Gives each compilation unit its reader of facts, one at a time. */
final class FactsReaders {
  private final Types types;
  private final Callees callees;
  private final Judge judge;
  private final Interests interests;
  private final Results results;
  private CompilationUnitTree lastUnit;
  private FactsReader last;

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

  /** One that shares nothing: for who reads all units while others are at one. */
  FactsReader apart(CompilationUnitTree unit) {
    return unit == lastUnit
        ? last
        : new FactsReader(unit, types, callees, judge, interests, results);
  }

  /** The same as last time for the same unit: who reports on it and who follows it share one. */
  FactsReader of(CompilationUnitTree unit) {
    if (unit != lastUnit) {
      last = new FactsReader(unit, types, callees, judge, interests, results);
      lastUnit = unit;
    }
    return last;
  }
}
