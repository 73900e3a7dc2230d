package dev.unclog.probe.agent;

import dev.unclog.probe.boot.Attached;
import dev.unclog.probe.boot.Clocks;
import dev.unclog.probe.boot.Hooks;
import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Hubs;
import dev.unclog.probe.boot.Kind;
import dev.unclog.probe.boot.Observation;
import dev.unclog.probe.findings.FindingsFiles;
import dev.unclog.probe.findings.SiteWriter;
import dev.unclog.probe.findings.WatchedSites;
import dev.unclog.probe.hub.EndedHubs;
import dev.unclog.probe.hub.HubTypes;
import dev.unclog.probe.hub.Loops;
import dev.unclog.probe.hub.NamePattern;
import dev.unclog.probe.report.Json;
import dev.unclog.probe.report.Judge;
import dev.unclog.probe.report.ReportFile;
import dev.unclog.probe.report.Reporter;
import dev.unclog.probe.report.Suppressions;
import dev.unclog.probe.sensor.NativeMethods;
import dev.unclog.probe.sensor.Sensors;
import dev.unclog.probe.watchdog.Watchdog;
import dev.unclog.probe.weave.Advice;
import dev.unclog.probe.weave.Marks;
import dev.unclog.probe.weave.StandIn;
import dev.unclog.probe.weave.Weaving;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** The probe's parts, put together. */
final class Engine implements Attached, Runnable {
  private static final Duration AT_MOST_AT_END = Duration.ofSeconds(4);

  private final HubTypes hubTypes;
  private final Reporter reporter;
  private final Watchdog watchdog;
  private final Pools pools;
  private final LateStart lateStart;
  private SiteWriter siteWriter;
  private final AtomicBoolean hasSaidSo = new AtomicBoolean();

  private Engine(
      HubTypes hubTypes, Reporter reporter, Watchdog watchdog, Pools pools, LateStart lateStart) {
    this.hubTypes = hubTypes;
    this.reporter = reporter;
    this.watchdog = watchdog;
    this.pools = pools;
    this.lateStart = lateStart;
  }

  static void start(Settings settings, Instrumentation instrumentation, Path ownJar)
      throws SettingsException, IOException {
    Clocks.useThreshold(settings.duration(Setting.THRESHOLD).toNanos());
    Set<Kind> kinds = settings.kinds();
    Marks marks = new Marks();
    Reporter reporter =
        new Reporter(
            new Judge(kinds, marks, suppressions(settings)),
            reportFile(settings),
            settings.isOn(Setting.LOG) ? System.err : null,
            new EndedHubs());
    HubTypes hubTypes = new HubTypes(NamePattern.of(settings.text(Setting.HUBS)));
    boolean sensors = settings.isOn(Setting.SENSORS);
    Optional<WatchedSites> sites = sites(settings);
    Weaving weaving = weaving(sensors, kinds, marks, sites.orElse(null));
    LateStart lateStart = new LateStart(reporter, weaving, settings, ownJar);
    Watchdog watchdog = null;
    if (settings.isOn(Setting.WATCHDOG)) {
      watchdog =
          new Watchdog(settings.duration(Setting.RESOLUTION), lateStart, reporter, instrumentation);
    }
    Engine engine = new Engine(hubTypes, reporter, watchdog, new Pools(instrumentation), lateStart);
    if (sites.isPresent()) {
      reporter.useFindings(sites.get());
      engine.siteWriter = new SiteWriter(sites.get(), reporter);
    }
    engine.begin(settings, instrumentation, weaving);
  }

  private void begin(Settings settings, Instrumentation instrumentation, Weaving weaving) {
    Attached.Holder.set(this);
    Hooks.useRecogniser(hubTypes);
    weaving.start(instrumentation);
    daemon("unclog-reporter", reporter);
    if (watchdog != null) {
      daemon("unclog-watchdog", watchdog);
    }
    if (siteWriter != null) {
      daemon("unclog-sites", siteWriter);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this, "unclog-end"));
    Thread late = daemon("unclog-start", lateStart);
    if (settings.text(Setting.JFR).equals("eager")) {
      join(late);
    }
    Hooks.threadStarts(Thread.currentThread()); // It runs main, and may be called a hub.
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Weaving weaving(
      boolean sensors, Set<Kind> kinds, Marks marks, WatchedSites sites) {
    List<Map<String, List<Advice>>> ofJdk = new ArrayList<>();
    ofJdk.add(Loops.ofJdk());
    List<StandIn> standIns = List.of();
    if (sensors) {
      ofJdk.add(Sensors.advice(kinds.contains(Kind.CLASS_LOADING)));
      standIns = NativeMethods.standIns();
    }
    return new Weaving(Hooks.class, ofJdk, Loops.ofNetty(), standIns, marks, sites);
  }

  private static Suppressions suppressions(Settings settings) throws SettingsException {
    Optional<Path> file = settings.path(Setting.SUPPRESSIONS);
    if (file.isEmpty()) {
      return Suppressions.none();
    }
    try {
      return Suppressions.read(file.get());
    } catch (IOException e) {
      throw new SettingsException("cannot read suppressions: " + e.getMessage());
    }
  }

  /** Findings are watched only where there is a report to tell of them in. */
  private static Optional<WatchedSites> sites(Settings settings) throws SettingsException {
    Optional<Path> file = settings.path(Setting.FINDINGS);
    try {
      return settings.path(Setting.REPORT).isEmpty()
          ? Optional.empty()
          : FindingsFiles.read(file, System.err);
    } catch (IOException e) {
      throw new SettingsException(
          "cannot read findings from " + file.get() + ": " + e.getMessage());
    }
  }

  private static ReportFile reportFile(Settings settings) throws SettingsException {
    Optional<Path> file = settings.path(Setting.REPORT);
    if (file.isEmpty()) {
      return null;
    }
    try {
      return ReportFile.create(file.get(), System.err);
    } catch (IOException e) {
      throw new SettingsException("cannot write the report: " + e);
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void hub(Executor executor) {
    Optional<Object> pool = pools.poolOf(executor);
    if (pool.isPresent()) {
      hubTypes.addPool(pool.get());
    } else {
      // It runs its tasks one after the other, on the thread that this one finds.
      executor.execute(
          () -> {
            Hub hub = register(Thread.currentThread());
            if (hub != null) {
              hub.serves(executor);
            }
          });
    }
  }

  @Override
  public void hub(Thread thread) {
    register(thread);
  }

  private Hub register(Thread thread) {
    Hub hub = Hubs.register(thread, "registered");
    if (hub == null && !hasSaidSo.getAndSet(true)) { // There may be a million of them.
      reporter.fails("a virtual thread is no hub: " + thread.getName());
    }
    return hub;
  }

  @Override
  public boolean settle(Duration atMost) {
    boolean all = lateStart.catchUp(atMost);
    if (watchdog != null) {
      watchdog.countUnfinished();
    }
    reporter.round();
    return all;
  }

  @Override
  public List<Observation> after(long number) {
    return reporter.after(number);
  }

  @Override
  public long latest() {
    return reporter.latest();
  }

  /** The JVM ends: says what was not said yet, but never keeps it from ending. */
  @Override
  public void run() {
    Thread last = daemon("unclog-last-words", new LastWords());
    try {
      last.join(AT_MOST_AT_END.toMillis());
      if (last.isAlive()) {
        reporter.write(
            Json.line("lost").add("message", "the JVM ended before all that was seen was judged"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What there is to say at the end. */
  private final class LastWords implements Runnable {
    @Override
    public void run() {
      lateStart.end();
      if (watchdog != null) {
        watchdog.end();
      }
      reporter.round();
      if (siteWriter != null) {
        siteWriter.write();
      }
      reporter.write(Json.line("end").add("time", Instant.now().toString()));
    }
  }
}
