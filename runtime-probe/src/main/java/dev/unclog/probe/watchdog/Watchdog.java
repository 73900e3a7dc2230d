package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Hubs;
import dev.unclog.probe.boot.Sightings;
import dev.unclog.probe.report.Frames;
import dev.unclog.probe.report.Hang;
import dev.unclog.probe.report.IdleByStack;
import dev.unclog.probe.report.Json;
import dev.unclog.probe.report.Reporter;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** One daemon thread that looks at all hubs in turn. */
public final class Watchdog implements Runnable {
  private static final long LONGEST_TICK = Duration.ofMillis(10).toNanos();
  private static final int TICKS = 10;

  /** Where no hub has been in its task for a tick, this many ticks pass as well as one. */
  private static final double CALM_TICKS = 2.5;

  private static final long LAG_EVERY = Duration.ofSeconds(1).toNanos();

  private final long resolution;
  private final long tick;
  private final long calm;
  private final LongUnaryOperator cpuOf;
  private final Reporter reporter;
  private final Map<Hub, HubWatch> watches = new IdentityHashMap<>();
  private final Instrumentation instrumentation;
  private Stacks stacks;
  private LongSupplier safepoints;
  private Object version;
  private long nextLag;

  /** How long the latest look was busy with stacks, which can take a while where all is slow. */
  private long stacksTook;

  /** After how long to look again: sooner where a hub may be about to take too long. */
  private long nextLook;

  /**
   * Creates it.
   *
   * @param resolution from when on one task is too long
   * @param cpuOf tells a thread's time on the processor by its number; negative if unknown
   * @param reporter whom to tell
   * @param instrumentation opens what the JVM counts
   */
  public Watchdog(
      Duration resolution,
      LongUnaryOperator cpuOf,
      Reporter reporter,
      Instrumentation instrumentation) {
    this.resolution = resolution.toNanos();
    this.tick = Math.max(1, Math.min(LONGEST_TICK, this.resolution / TICKS));
    this.calm = (long) (tick * CALM_TICKS);
    this.nextLook = calm;
    this.cpuOf = cpuOf;
    this.reporter = reporter;
    this.instrumentation = instrumentation;
  }

  /** Watches until the JVM ends. */
  @Override
  @SuppressWarnings("InfiniteLoopStatement")
  public void run() {
    warmUp();
    stacks = new Stacks();
    safepoints = Safepoints.open(instrumentation);
    Hub.keepLongTasks(resolution);
    TaskFile own = TaskState.ofCurrentThread();
    TaskTimes before = timesOf(own);
    long last = System.nanoTime();
    while (true) {
      long pause = nextLook;
      LockSupport.parkNanos(this, pause);
      long now = System.nanoTime();
      TaskTimes times = timesOf(own);
      // Neither on the processor, nor for want of one, nor asleep, nor waiting for stacks.
      long late =
          now
              - last
              - pause
              - (times.ready() - before.ready())
              - (times.onCpu() - before.onCpu())
              - stacksTook;
      before = times;
      last = now;
      stacksTook = 0;
      try {
        look(now, late);
      } catch (RuntimeException | Error e) {
        // Memory may be used up, even for saying so. The application may free some.
        Sightings.failed(e);
      }
    }
  }

  private static TaskTimes timesOf(TaskFile schedstat) {
    TaskTimes times = TaskTimes.of(schedstat);
    return times == null ? TaskTimes.NONE : times;
  }

  /** Loads what the first hub that hangs would otherwise have to wait for. */
  private static void warmUp() {
    Lag lag = new Lag();
    lag.add(1);
    lag.line("");
    TaskTimes.of(TaskState.ofCurrentThread());
    for (Class<?> type :
        new Class<?>[] {
          HubWatch.class,
          Samples.class,
          Samples.Verdict.class,
          Afterwards.class,
          TaskState.class,
          Hang.State.class,
          Heartbeat.class,
          Hang.class,
          IdleByStack.class,
          Frames.class
        }) {
      try {
        Class.forName(type.getName(), true, type.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }

  /**
   * Looks at each hub.
   *
   * <p>When the watchdog comes late, the JVM stood still, or the machine did, or it got no
   * processor: in none of these can it say what hubs did, so that the time is charged to none of
   * them.
   */
  private synchronized void look(long now, long late) {
    refresh(now);
    if (late > tick) {
      for (HubWatch watch : watches.values()) {
        watch.forget(late);
      }
      if (late >= resolution) {
        write(Json.line("pause").addMillis("millis", late));
      }
    }
    nextLook = calm;
    List<HubWatch> due = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (HubWatch watch : watches.values()) {
      if (watch.look(now, late > tick)) {
        due.add(watch);
        threads.add(watch.hub().thread());
      }
      nextLook = Math.min(nextLook, watch.nextLook(calm, now));
    }
    if (!due.isEmpty()) {
      StackTraceElement[][] taken = stacks.of(threads);
      long end = System.nanoTime();
      for (int i = 0; i < taken.length; i++) {
        due.get(i).tell(taken[i], end);
      }
      stacksTook = end - now;
    }
    if (now >= nextLag) {
      nextLag = now + LAG_EVERY;
      tellLag();
    }
  }

  /** Says when hubs were late, but not that they were not: there may be a thousand. */
  private void tellLag() {
    String time = Instant.now().toString();
    for (HubWatch watch : watches.values()) {
      long longest = watch.lag().takeLatest();
      if (longest >= tick) {
        write(
            Json.line("lagging")
                .add("time", time)
                .add("hub", watch.hub().thread().getName())
                .addMillis("max", longest));
      }
    }
  }

  private void refresh(long now) {
    Object current = Hubs.version();
    if (current == version) {
      return;
    }
    version = current;
    List<Hub> hubs = Hubs.all();
    watches
        .values()
        .removeIf(
            watch -> {
              boolean gone = !hubs.contains(watch.hub());
              if (gone) {
                end(watch, now);
              }
              return gone;
            });
    hubs.removeIf(Hub::isRehearsal);
    for (Hub hub : hubs) {
      watches.computeIfAbsent(
          hub, each -> new HubWatch(each, resolution, tick, cpuOf, safepoints, reporter, now));
    }
  }

  private void end(HubWatch watch, long now) {
    watch.end(now);
    write(watch.lag().line(watch.hub().thread().getName()));
  }

  /** Files are slow at times, and this thread must not be. */
  private void write(Json line) {
    reporter.post(() -> reporter.write(line));
  }

  /** Has hangs that go on counted as observations, for whoever asks now. */
  public synchronized void countUnfinished() {
    for (HubWatch watch : watches.values()) {
      watch.countUnfinished();
    }
  }

  /** The JVM ends: says what was not said yet. */
  public synchronized void end() {
    long now = System.nanoTime();
    for (HubWatch watch : watches.values()) {
      end(watch, now);
    }
    watches.clear();
  }
}
