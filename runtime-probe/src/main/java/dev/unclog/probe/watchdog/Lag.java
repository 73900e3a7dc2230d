package dev.unclog.probe.watchdog;

import dev.unclog.probe.report.Json;
import java.util.concurrent.atomic.LongAccumulator;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long a hub lets those wait who hand it a task. */
final class Lag {
  private static final long LONGEST = 3_600_000_000L;
  private static final int DIGITS = 2;
  private static final double MEDIAN = 50;
  private static final double NEARLY_ALL = 99;

  /** In microseconds. It grows with what it is given: there may be a thousand hubs. */
  private final Histogram micros = new ConcurrentHistogram(DIGITS);

  private final LongAccumulator latest = new LongAccumulator(Math::max, 0);

  void add(long nanos) {
    micros.recordValue(Math.min(LONGEST, Math.max(0, nanos / 1_000)));
    latest.accumulate(nanos);
  }

  /** The longest since this was asked last, in nanoseconds. */
  long takeLatest() {
    return latest.getThenReset();
  }

  Json line(String hub) {
    return Json.line("lag")
        .add("hub", hub)
        .add("count", micros.getTotalCount())
        .addMillis("p50", micros.getValueAtPercentile(MEDIAN) * 1_000)
        .addMillis("p99", micros.getValueAtPercentile(NEARLY_ALL) * 1_000)
        .addMillis("max", micros.getMaxValue() * 1_000);
  }
}
