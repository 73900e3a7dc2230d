package dev.unclog.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles one program in ever larger sizes, with and without Unclog. */
final class Growth {
  private static final int ROUNDS = 3;

  private final Tools tools;
  private final Path folder;
  private final PrintStream progress;

  Growth(Tools tools, Path folder, PrintStream progress) {
    this.tools = tools;
    this.folder = folder;
    this.progress = progress;
  }

  /** Measures one shape. */
  GrowthTable measure(Shape shape, List<Integer> sizes) throws IOException, InterruptedException {
    List<GrowthTable.Row> rows = new ArrayList<>();
    for (int size : sizes) {
      Path project = folder.resolve(shape.name() + "-" + size);
      GeneratedProject generated = GeneratedProject.write(shape, size, project);
      ChildCompiler compiler = new ChildCompiler(project);
      List<Cost> base = new ArrayList<>();
      List<Cost> unclog = new ArrayList<>();
      List<String> noChecks = generated.with(tools.withNoChecks());
      List<String> checks = generated.with(tools.withUnclog(List.of()));
      Cost baseWeighed = compiler.weigh(noChecks, generated.sources());
      Cost unclogWeighed = compiler.weigh(checks, generated.sources());
      for (int round = 0; round < ROUNDS; round++) {
        base.add(compiler.time(noChecks, generated.sources()));
        unclog.add(compiler.time(checks, generated.sources()));
      }
      GrowthTable.Row row =
          new GrowthTable.Row(
              size,
              Spread.of(base, Cost::cpuSeconds).median(),
              Spread.of(unclog, Cost::cpuSeconds).median(),
              baseWeighed.megabytes(),
              unclogWeighed.megabytes(),
              unclogWeighed.findings());
      rows.add(row);
      progress.printf("%s: %s%n", shape, row);
    }
    return new GrowthTable(shape.toString(), rows);
  }
}
