package dev.unclog.probe.report;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Observation;
import dev.unclog.probe.boot.Observation.Source;
import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.boot.Sighting;
import dev.unclog.probe.boot.Sightings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes what was seen off the hubs' hands, has it judged, writes and remembers it. All of that on
 * one thread of its own; what comes from elsewhere is posted.
 */
public final class Reporter implements Runnable {
  /**
   * How long it leaves what hubs have seen lie, unless much comes. Who wakes up hundreds of times a
   * second takes more from a busy loop than all sensors.
   */
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  /** How many frames the stacks of those may have together: some ten megabytes. */
  private static final int MOST_FRAMES = 200_000;

  /** A JVM may have been made without it. */
  private static final boolean WITH_JFR = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private static final int REMEMBERED = 10_000;

  /** How much may be posted and not yet done: with stacks, some tens of megabytes. */
  private static final int MOST_POSTED = 10_000;

  private final Judge judge;
  private final ReportFile file;
  private final PrintStream log;
  private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong notTaken = new AtomicLong();
  private final Deque<Observation> remembered = new ArrayDeque<>();
  private final Overlaps overlaps = new Overlaps();
  private final Runnable everySecond;
  private Foretold foretold = Foretold.NOTHING;
  private long frames;
  private long latest;
  private long nextSecond = System.nanoTime();
  private volatile Thread own;

  /**
   * Creates it.
   *
   * @param judge who decides
   * @param file where to write; null for nowhere
   * @param log where to say each observation in a line; null for nowhere
   * @param everySecond what else is to be done now and then on the reporter's thread
   */
  public Reporter(Judge judge, ReportFile file, PrintStream log, Runnable everySecond) {
    this.judge = judge;
    this.file = file;
    this.log = log;
    this.everySecond = everySecond;
  }

  /**
   * Names with each observation the findings that foretold it. To be called before it runs.
   *
   * @param findings what was foretold
   */
  public void useFindings(Foretold findings) {
    foretold = findings;
    judge.tellAllowed(findings, this::publishAllowed);
  }

  /** Judges until the JVM ends. */
  @Override
  @SuppressWarnings("InfiniteLoopStatement")
  public void run() {
    own = Thread.currentThread();
    Sightings.wakeForMany(own);
    while (true) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
      try {
        round();
      } catch (RuntimeException | Error e) {
        // Memory is used up, even for saying so. The application may free some.
        Sightings.failed(e);
      }
    }
  }

  /** Judges and writes all that has come so far. */
  public synchronized void round() {
    for (Sighting next = Sightings.poll(); next != null; next = Sightings.poll()) {
      Sighting sighting = next;
      attempt(
          () -> {
            Optional<Observation> seen = judge.judge(sighting);
            overlaps.remember(sighting, seen.isPresent());
            seen.ifPresent(this::publish);
          });
    }
    for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
      waiting.decrementAndGet();
      attempt(next);
    }
    attempt(this::sayWhatWasLost);
    long now = System.nanoTime();
    if (now - nextSecond >= 0) {
      nextSecond = now + SECOND_NANOS;
      attempt(everySecond);
    }
  }

  /** One that fails takes no other with it, nor whoever asked for the round. */
  private void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      try {
        write(Json.line("failure").add("message", "judging: " + e));
      } catch (VirtualMachineError again) {
        Sightings.failed(again);
      }
    }
  }

  private void sayWhatWasLost() {
    long lost = Sightings.takeLost() + notTaken.getAndSet(0);
    if (lost > 0) {
      write(Json.line("lost").add("observations", lost));
    }
    long failures = Sightings.takeFailures();
    if (failures > 0) {
      write(
          Json.line("failure")
              .add("count", failures)
              .add("message", String.valueOf(Sightings.lastFailure())));
    }
  }

  /**
   * Has something done on the reporter's thread, unless it is too far behind: that is counted as
   * lost then.
   *
   * @param task what to do
   */
  public void post(Runnable task) {
    if (waiting.incrementAndGet() > MOST_POSTED) {
      waiting.decrementAndGet();
      notTaken.incrementAndGet();
    } else {
      posted.add(task);
    }
    LockSupport.unpark(own);
  }

  /**
   * Tells what was seen from outside when it was over, unless a sensor saw it as well.
   *
   * @param hub the hub
   * @param operation what it did
   * @param time when it began
   * @param nanos how long it took
   * @param stack innermost first
   */
  public void sawLate(
      Hub hub, Operation operation, Instant time, long nanos, StackTraceElement[] stack) {
    post(
        () -> {
          if (!overlaps.sawAlready(hub, judge, time, nanos)) {
            judge.judge(hub, Source.JFR, operation, time, nanos, stack).ifPresent(this::publish);
          }
        });
  }

  /**
   * Tells that a hub hangs, or that it no longer does.
   *
   * @param hang what the watchdog found
   * @param news whether it is an observation that nobody else will tell
   */
  public void hangs(Hang hang, boolean news) {
    post(
        () -> {
          if (!isAllowed(hang)) {
            write(hang.line(judge.timeOf(hang.since()), judge.kindOf(hang)));
            say(hang.toString());
            if (WITH_JFR) {
              HangingHub.commit(hang);
            }
            if (news) {
              observe(hang);
            }
          }
        });
  }

  /** Where there is no stack left to say so, what sensors saw must, or that nothing is allowed. */
  private boolean isAllowed(Hang hang) {
    if (!hang.isOver()) {
      return judge.allows(hang);
    }
    return overlaps.areTold(hang).map(told -> !told).orElseGet(judge::allowsAnything);
  }

  /**
   * Counts a hang as an observation that may never end.
   *
   * @param hang what the watchdog found
   */
  public void goesOn(Hang hang) {
    post(
        () -> {
          if (hang.seenBySensor() && !judge.allows(hang)) {
            observe(hang);
          }
        });
  }

  private void observe(Hang hang) {
    overlaps.remember(hang);
    Optional<Observation> seen =
        judge.judge(
            hang.hub(),
            Source.WATCHDOG,
            hang.guessed(),
            judge.timeOf(hang.since()),
            hang.nanos(),
            hang.stack());
    seen.ifPresent(this::publish);
  }

  private void publish(Observation observation) {
    synchronized (remembered) {
      remembered.add(observation);
      frames += observation.stack().size();
      while (remembered.size() > REMEMBERED || frames > MOST_FRAMES) {
        frames -= remembered.removeFirst().stack().size();
      }
      latest = observation.number();
    }
    write(line("observation", observation));
    say(observation.toString());
    if (WITH_JFR) {
      BlockedHub.commit(observation);
    }
  }

  private void publishAllowed(Observation observation) {
    write(line("allowed", observation));
  }

  private Json line(String type, Observation observation) {
    Json line =
        Json.line(type)
            .add("number", observation.number())
            .add("source", observation.source().name().toLowerCase(java.util.Locale.ROOT))
            .add("time", observation.time().toString())
            .add("hub", observation.hub())
            .add("hubType", observation.hubType())
            .add("kind", observation.kind().word())
            .add("operation", observation.operation())
            .addMillis("millis", observation.duration().toNanos())
            .add("frame", observation.frame())
            .add("stack", observation.stack());
    List<String> findings = foretold.by(observation.stack(), observation.kind().word());
    return findings.isEmpty() ? line : line.add("findings", findings);
  }

  /**
   * Says, once the application's thread is let go, that something went wrong.
   *
   * @param failure what
   */
  public void fails(String failure) {
    post(
        () -> {
          System.err.println("unclog: " + failure);
          write(Json.line("failure").add("message", failure));
        });
  }

  /**
   * Writes a line.
   *
   * @param line the line
   */
  public void write(Json line) {
    if (file != null) {
      file.write(line.add("jvm", Jvm.ID));
    }
  }

  /** Looked up at the first line, since that takes a while. */
  private static final class Jvm {
    /** Which JVM it is, where several write to one file. */
    static final String ID =
        ProcessHandle.current().pid() + "@" + Long.toHexString(System.currentTimeMillis());
  }

  private void say(String line) {
    if (log != null) {
      log.println("unclog: " + line);
    }
  }

  /**
   * What was observed after a given number.
   *
   * @param number an observation's number
   * @return the observations, oldest first
   */
  public List<Observation> after(long number) {
    List<Observation> after = new ArrayList<>();
    synchronized (remembered) {
      for (Observation observation : remembered) {
        if (observation.number() > number) {
          after.add(observation);
        }
      }
    }
    return after;
  }

  /**
   * The number of the latest observation.
   *
   * @return 0 if there is none
   */
  public long latest() {
    synchronized (remembered) {
      return latest;
    }
  }
}
