package dev.unclog.probe;

import dev.unclog.probed.Windows;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints how many windows the watchdog judged rightly, and how soon. Not run by itself: {@code mvn
 * verify -pl runtime-probe -am -Dit.test=WatchdogBenchmark}.
 */
final class WatchdogBenchmark {
  private static final int TRIALS = Integer.getInteger("probe.trials", 100);
  private static final long MILLIS = 120;

  static Stream<Path> jdks() {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void printsRecallAndFalsePositives(Path jdk) {
    for (int hogs : new int[] {0, Runtime.getRuntime().availableProcessors()}) {
      Verdicts verdicts = Verdicts.of(jdk, TRIALS, MILLIS, hogs);
      System.out.printf("on %s with %d hogs%n", jdk.getFileName(), hogs);
      for (String prefix : new String[] {Windows.BLOCKED, Windows.CHURN}) {
        int ways = prefix.equals(Windows.CHURN) ? Windows.WAYS_TO_CHURN : Windows.WAYS_TO_BLOCK;
        Map<String, Integer> blocked = verdicts.blocked(prefix);
        blocked.forEach(
            (hub, count) -> System.out.printf("  %-30s blocked %d of %d%n", hub, count, TRIALS));
        System.out.printf(
            "%s%s called blocked%n", prefix, Verdicts.share(verdicts.total(prefix), TRIALS * ways));
      }
      System.out.printf(
          "told after the resolution: p50 %.1f ms, p99 %.1f ms; %d when over%n",
          verdicts.delay(0.5), verdicts.delay(0.99), verdicts.late());
    }
  }
}
