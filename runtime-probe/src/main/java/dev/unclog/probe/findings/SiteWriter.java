package dev.unclog.probe.findings;

import dev.unclog.probe.report.Json;
import dev.unclog.probe.report.Reporter;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Writes what became of the watched calls as it changes, so that a JVM that is killed has told. */
public final class SiteWriter implements Runnable {
  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

  private final WatchedSites sites;
  private final Reporter reporter;

  /**
   * Creates it.
   *
   * @param sites what is watched
   * @param reporter who writes
   */
  public SiteWriter(WatchedSites sites, Reporter reporter) {
    this.sites = sites;
    this.reporter = reporter;
  }

  /** Writes until the JVM ends. */
  @Override
  @SuppressWarnings("InfiniteLoopStatement")
  public void run() {
    reporter.write(sites.summary());
    while (true) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
      write();
    }
  }

  /** Writes what has changed. */
  public void write() {
    for (Json line : sites.changes()) {
      reporter.write(line);
    }
  }
}
