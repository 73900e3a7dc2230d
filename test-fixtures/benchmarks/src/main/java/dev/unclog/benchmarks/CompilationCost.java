package dev.unclog.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles a published library again and again, each way in turn, so that what else goes on in the
 * machine meets all of them.
 */
final class CompilationCost {
  /** What is in use at most hardly varies: fewer rounds do. */
  private static final int WEIGHINGS = 3;

  private final Library library;
  private final Tools tools;
  private final List<Variant> variants;
  private final PrintStream progress;
  private final ChildCompiler compiler;

  /**
   * What a library's compilations cost.
   *
   * @param before how many come in the same JVM before the one that is timed
   */
  CompilationCost(
      Library library, Tools tools, List<Variant> variants, int before, PrintStream progress) {
    this.library = library;
    this.tools = tools;
    this.variants = variants;
    this.progress = progress;
    this.compiler = new ChildCompiler(library.folder(), before);
  }

  /** Measures; what was weighed comes first, and warms the disk up for what is timed. */
  CostTable measure(int rounds) throws IOException, InterruptedException {
    compile(Variant.PLAIN, /* weighed= */ true);
    library.markContexts();
    return new CostTable(
        rounds(Math.min(WEIGHINGS, rounds), /* weighed= */ true),
        rounds(rounds, /* weighed= */ false));
  }

  private Map<Variant, List<Cost>> rounds(int rounds, boolean weighed)
      throws IOException, InterruptedException {
    Map<Variant, List<Cost>> costs = new EnumMap<>(Variant.class);
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < variants.size(); turn++) {
        // Nobody always comes after the same or always first.
        Variant variant = variants.get((turn + round) % variants.size());
        Cost cost = compile(variant, weighed);
        costs.computeIfAbsent(variant, key -> new ArrayList<>()).add(cost);
        progress.printf(
            "%s, round %d of %d, %s: %s%n",
            library.coordinates().artifact(), round + 1, rounds, variant, cost);
      }
    }
    return costs;
  }

  private Cost compile(Variant variant, boolean weighed) throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(library.options());
    options.addAll(variant.options(tools, library));
    return weighed
        ? compiler.weigh(options, library.sources())
        : compiler.time(options, library.sources());
  }
}
