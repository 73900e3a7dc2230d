package dev.unclog.probe.agent;

import dev.unclog.probe.boot.Clocks;
import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Hubs;
import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.report.Json;
import dev.unclog.probe.report.Reporter;
import dev.unclog.probe.sensor.JfrSensor;
import dev.unclog.probe.sensor.NativeMethods;
import dev.unclog.probe.sensor.Rehearsal;
import dev.unclog.probe.sensor.SelfTest;
import dev.unclog.probe.weave.Weaving;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongUnaryOperator;

/** What need not be there before main: the processor's clock, JFR, the self-test. */
final class LateStart implements Runnable, LongUnaryOperator {
  private static final Duration AT_END = Duration.ofSeconds(3);

  private final Reporter reporter;
  private final Weaving weaving;
  private final Settings settings;
  private final boolean sensors;
  private final boolean wantsJfr;
  private final Path anyFile;
  private final Map<Hub, Long> waitsBefore = new WeakHashMap<>();
  private volatile ThreadMXBean threads;
  private volatile JfrSensor jfr;
  private volatile boolean done;

  LateStart(Reporter reporter, Weaving weaving, Settings settings, Path anyFile) {
    this.reporter = reporter;
    this.weaving = weaving;
    this.settings = settings;
    this.sensors = settings.isOn(Setting.SENSORS);
    this.wantsJfr = sensors && !settings.text(Setting.JFR).equals("off");
    this.anyFile = anyFile;
  }

  @Override
  public void run() {
    sayHello();
    List<String> failures = new ArrayList<>();
    startClock(failures);
    try {
      startSensors(failures);
    } catch (RuntimeException | Error e) {
      reporter.fails("the sensors have started in part only: " + e);
    } finally {
      weaving.tellFailures(reporter::fails);
      done = true;
    }
  }

  private void startSensors(List<String> failures) {
    List<String> silent = new ArrayList<>();
    boolean standIns = !NativeMethods.standIns().isEmpty();
    if (sensors) {
      silent.addAll(SelfTest.words(SelfTest.withoutSensor(standIns)));
      Rehearsal rehearsal = new Rehearsal(anyFile.toFile());
      rehearsal.run();
      silent.addAll(SelfTest.words(rehearsal.silent()));
    }
    if (wantsJfr) {
      startJfr(standIns, failures);
    }
    if (sensors && jfr == null) {
      silent.add(Operation.MONITOR.word());
    }
    String failure = weaving.pollFailure();
    while (failure != null) {
      failures.add(failure);
      failure = weaving.pollFailure();
    }
    say(silent, failures);
  }

  private void sayHello() {
    reporter.write(
        Json.line("start")
            .add("time", Instant.now().toString())
            .add("pid", ProcessHandle.current().pid())
            .add("java", Runtime.version().toString())
            .add("hubs", settings.text(Setting.HUBS))
            .add("resolution", settings.text(Setting.RESOLUTION))
            .add("threshold", settings.text(Setting.THRESHOLD)));
  }

  private void startClock(List<String> failures) {
    try {
      ThreadMXBean bean = ManagementFactory.getThreadMXBean();
      if (bean.isCurrentThreadCpuTimeSupported()) {
        threads = bean;
        Clocks.useCpuClock(bean::getCurrentThreadCpuTime);
      }
    } catch (RuntimeException | LinkageError e) {
      failures.add("no clock for time on the processor: " + e);
    }
  }

  private void startJfr(boolean standIns, List<String> failures) {
    try {
      JfrSensor starting = new JfrSensor(reporter);
      starting.start(standIns);
      jfr = starting;
    } catch (RuntimeException | LinkageError e) {
      failures.add("JFR cannot be used: " + e);
    }
  }

  private void say(List<String> silent, List<String> failures) {
    reporter.write(
        Json.line("sensors")
            .add("jfr", jfr != null)
            .add("silent", silent)
            .add("failures", failures));
    if (!silent.isEmpty()) {
      System.err.println(
          "unclog: on this JVM nothing will be seen of: " + String.join(", ", silent));
    }
    for (String failure : failures) {
      System.err.println("unclog: " + failure);
    }
  }

  /** A thread's time on the processor by its number; negative if unknown. */
  @Override
  public long applyAsLong(long thread) {
    ThreadMXBean bean = threads;
    return bean == null ? -1 : bean.getThreadCpuTime(thread);
  }

  /** Waits for JFR's late events, where there is a sign that some are on their way. */
  synchronized boolean catchUp(Duration atMost) {
    return waitedSinceLastTime() ? waitForEvents(atMost) : done;
  }

  private boolean waitForEvents(Duration atMost) {
    JfrSensor sensor = jfr;
    if (sensor == null) {
      return done;
    }
    try {
      return sensor.catchUp(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // Thread.threadId() came with JDK 19.
  @SuppressWarnings("deprecation")
  private synchronized boolean waitedSinceLastTime() {
    ThreadMXBean bean = threads;
    if (bean == null) {
      return true;
    }
    boolean risen = false;
    for (Hub hub : Hubs.all()) {
      ThreadInfo info = bean.getThreadInfo(hub.thread().getId());
      // Of monitors alone: parking counts as waiting too, and there is no end of that.
      long waits = info == null ? 0 : info.getBlockedCount();
      Long before = waitsBefore.put(hub, waits);
      risen |= waits > (before == null ? 0 : before);
    }
    return risen;
  }

  void end() {
    boolean anyHub = !Hubs.all().isEmpty();
    // On the older JDKs nothing but JFR may have seen how a hub slept at last.
    if (anyHub && !NativeMethods.standIns().isEmpty()) {
      waitForEvents(AT_END);
    } else {
      catchUp(AT_END);
    }
    long unwoven = weaving.failures();
    if (unwoven > 0) {
      reporter.write(
          Json.line("failure").add("count", unwoven).add("message", "classes were not woven"));
    }
    if (wantsJfr && jfr == null && anyHub) {
      reporter.write(Json.line("lost").add("message", "the JVM ended before JFR had started"));
    }
  }
}
