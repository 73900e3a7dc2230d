package dev.unclog.probe;

import dev.unclog.probed.HookedCalls;
import dev.unclog.probed.StartUp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import reactor.blockhound.BlockHound;

/**
 * Prints what watching costs, BlockHound beside it. In each round all variants are measured one
 * after the other, each round beginning with the next; what is printed is paired with the same
 * round's plain run. Not run by itself: {@code mvn verify -pl runtime-probe -am
 * -Dit.test=CostBenchmark}.
 */
final class CostBenchmark {
  static final int ROUNDS = Integer.getInteger("probe.rounds", 7);

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  /** Something to measure, by the flags of its JVM. */
  static Map<String, List<String>> variants(boolean atStart) {
    Map<String, List<String>> variants = new LinkedHashMap<>();
    String agent = "-javaagent:" + Watched.jar();
    variants.put("plain", List.of());
    variants.put("probe", List.of(agent));
    variants.put("watchdog alone", List.of(agent + "=sensors=off"));
    if (atStart) {
      variants.put("probe, jfr=eager", List.of(agent + "=jfr=eager"));
    }
    List<String> blockHound = new ArrayList<>(SideBySideBenchmark.FLAGS);
    if (atStart) {
      blockHound.add(
          "-javaagent:"
              + Path.of(
                  BlockHound.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
    } else {
      blockHound.add("-D" + HookedCalls.BLOCK_HOUND + "=true");
    }
    variants.put("BlockHound", blockHound);
    return variants;
  }

  /** Measures one variant. */
  private interface Measure {
    double of(List<String> flags) throws Exception;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void startUp(Path jdk) throws Exception {
    print("start to main, ms", jdk, variants(true), flags -> startUp(jdk, flags));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hookedCall(Path jdk) throws Exception {
    for (String benchmark : List.of("offHub", "onHub")) {
      print(benchmark + ", ns", jdk, variants(false), flags -> call(jdk, benchmark, flags));
    }
  }

  private static double startUp(Path jdk, List<String> flags) {
    List<String> command = command(jdk, flags, StartUp.class);
    long before = System.currentTimeMillis();
    Watched watched = Watched.run(command, "start-up");
    return Long.parseLong(watched.said(StartUp.AT).get(0)) - before;
  }

  private static double call(Path jdk, String benchmark, List<String> flags) throws Exception {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(HookedCalls.class.getName() + "." + benchmark + "$")
                    .jvm(jdk.resolve("bin/java").toString())
                    .jvmArgs(flags.toArray(String[]::new))
                    .forks(1)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.milliseconds(500))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.milliseconds(500))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();
    // The best of its iterations: others may have used the machine during some.
    return result.getPrimaryResult().getStatistics().getMin();
  }

  static List<String> command(Path jdk, List<String> flags, Class<?> main) {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }

  private static void print(
      String title, Path jdk, Map<String, List<String>> variants, Measure measure)
      throws Exception {
    List<String> names = List.copyOf(variants.keySet());
    Map<String, double[]> measured = new LinkedHashMap<>();
    names.forEach(name -> measured.put(name, new double[ROUNDS]));
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get((round + i) % names.size());
        measured.get(name)[round] = measure.of(variants.get(name));
      }
    }
    System.out.printf("%s, on %s, %d rounds%n", title, jdk.getFileName(), ROUNDS);
    double[] plain = measured.get("plain");
    measured.forEach(
        (name, values) -> {
          double[] ratios = new double[ROUNDS];
          Arrays.setAll(ratios, i -> values[i] / plain[i]);
          System.out.printf(
              "  %-18s median %9.1f   to plain: median %.3f (quartiles %.3f to %.3f)%n",
              name, at(values, 0.5), at(ratios, 0.5), at(ratios, 0.25), at(ratios, 0.75));
        });
  }

  static double at(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
