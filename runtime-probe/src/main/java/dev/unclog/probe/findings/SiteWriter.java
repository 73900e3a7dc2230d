package dev.unclog.probe.findings;

import dev.unclog.probe.boot.Sightings;
import dev.unclog.probe.report.Json;
import dev.unclog.probe.report.Reporter;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Writes what became of the watched calls as it changes, so that a JVM that is killed has told. */
public final class SiteWriter implements Runnable {
  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

  private final WatchedSites sites;
  private final Reporter reporter;
  private boolean isBegun;

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
    while (true) {
      try {
        write();
      } catch (RuntimeException | Error e) {
        Sightings.failed(e); // Memory is used up. The application may free some.
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  /** Writes what has changed: in one go, for of two lines about a call the last one counts. */
  public synchronized void write() {
    if (!isBegun) {
      isBegun = true;
      reporter.write(sites.summary());
    }
    for (Json line : sites.changes()) {
      reporter.write(line);
    }
  }
}
