package dev.unclog.probe;

import dev.unclog.probed.Echo;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints what an echo takes of the processor, and how many there are in a second, with the probe
 * and without.
 *
 * <p>What a machine that others use as well does in a minute differs by more than what is to be
 * measured. So the servers of all variants run side by side, and are asked in turns of 0.3 s; what
 * is printed is paired with the plain server's turns of the same round. Their heaps are alike and
 * have been touched: otherwise the collector decides, by when it first runs, how much memory a
 * server touches for the first time while it is measured, and that costs more than any hook. How a
 * JVM compiles differs from one start to the next: each round starts new ones, and a second plain
 * server tells how much of a difference is none. Not run by itself: {@code mvn verify -pl
 * runtime-probe -am -Dit.test=EchoBenchmark}.
 */
final class EchoBenchmark {
  private static final int CLIENTS = 8;
  private static final int TURNS = 30;
  private static final long TURN_MILLIS = 300;
  private static final long SETTLING_MILLIS = 100;

  /** Until JFR has started, too. */
  private static final int WARM_UP_SECONDS = 10;

  private static final List<String> HEAP =
      List.of("-Xms512m", "-Xmx512m", "-Xmn128m", "-XX:+AlwaysPreTouch");

  private static final String CONTROL = "plain once more";

  /** What one variant did in one round. */
  private record Done(long answers, long cpuNanos, long nanos) {
    Done plus(Done more) {
      return new Done(answers + more.answers, cpuNanos + more.cpuNanos, nanos + more.nanos);
    }

    double microsOfCpu() {
      return cpuNanos / 1e3 / answers;
    }

    double perSecond() {
      return answers * 1e9 / nanos;
    }
  }

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void echoes(Path jdk) throws Exception {
    Map<String, List<String>> variants = new LinkedHashMap<>(CostBenchmark.variants(false));
    variants.put(CONTROL, List.of());
    List<String> names = List.copyOf(variants.keySet());
    List<Done[]> rounds = new ArrayList<>();
    for (int round = 0; round < CostBenchmark.ROUNDS; round++) {
      rounds.add(round(jdk, List.copyOf(variants.values())));
    }
    System.out.printf("echoes on %s, %d rounds%n", jdk.getFileName(), rounds.size());
    for (int i = 0; i < names.size(); i++) {
      int variant = i;
      double[] micros = rounds.stream().mapToDouble(all -> all[variant].microsOfCpu()).toArray();
      double[] cpu =
          rounds.stream()
              .mapToDouble(all -> all[variant].microsOfCpu() / all[0].microsOfCpu())
              .toArray();
      double[] throughput =
          rounds.stream()
              .mapToDouble(all -> all[variant].perSecond() / all[0].perSecond())
              .toArray();
      System.out.printf(
          "  %-16s %5.1f us of the processor, %s of plain; in a second %s of plain%n",
          names.get(i), CostBenchmark.at(micros, 0.5), spread(cpu), spread(throughput));
    }
  }

  private static String spread(double[] ratios) {
    double mean = Arrays.stream(ratios).average().orElseThrow();
    double squares = Arrays.stream(ratios).map(ratio -> (ratio - mean) * (ratio - mean)).sum();
    double error = Math.sqrt(squares / Math.max(1, ratios.length - 1) / ratios.length);
    return String.format(
        "%.3f (median; mean %.3f, standard error %.3f)",
        CostBenchmark.at(ratios, 0.5), mean, error);
  }

  private static Done[] round(Path jdk, List<List<String>> variants) throws Exception {
    List<Process> servers = new ArrayList<>();
    try {
      List<Integer> ports = new ArrayList<>();
      for (List<String> variant : variants) {
        List<String> flags = new ArrayList<>(HEAP);
        flags.addAll(variant);
        Process server =
            new ProcessBuilder(CostBenchmark.command(jdk, flags, Echo.class))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        servers.add(server);
        ports.add(portOf(server.inputReader()));
      }
      try (EchoClients clients = new EchoClients(ports, CLIENTS)) {
        return ask(clients, servers);
      }
    } finally {
      for (Process server : servers) {
        server.destroyForcibly().waitFor();
      }
    }
  }

  private static Done[] ask(EchoClients clients, List<Process> servers) throws Exception {
    int count = servers.size();
    for (int i = 0; i < WARM_UP_SECONDS * count; i++) {
      clients.turnTo(i % count);
      TimeUnit.SECONDS.sleep(1);
    }
    Done[] done = new Done[count];
    Arrays.fill(done, new Done(0, 0, 0));
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < count; i++) {
        int server = (turn + i) % count;
        clients.turnTo(server);
        done[server] = done[server].plus(turn(clients, server, servers.get(server)));
      }
    }
    return done;
  }

  private static Done turn(EchoClients clients, int server, Process process)
      throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS); // Caches are another's at first.
    long answers = clients.answers(server);
    long cpu = cpu(process);
    long before = System.nanoTime();
    TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
    return new Done(
        clients.answers(server) - answers, cpu(process) - cpu, System.nanoTime() - before);
  }

  private static long cpu(Process process) {
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static int portOf(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (!line.startsWith(Echo.PORT)) {
      line = output.readLine();
    }
    return Integer.parseInt(line.substring(Echo.PORT.length()));
  }
}
