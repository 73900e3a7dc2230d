package dev.unclog.probe.sensor;

import dev.unclog.probe.boot.Clocks;
import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Hubs;
import dev.unclog.probe.boot.Operation;
import dev.unclog.probe.report.Frames;
import dev.unclog.probe.report.Reporter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;

/**
 * What bytecode cannot reach: contended monitors, and what is native on older JDKs when it is
 * called in ways that no call site shows. Only the events that cost nothing unless somebody waits.
 *
 * <p>Events come late, by half a second as a rule; {@link #catchUp} waits for those on their way.
 */
public final class JfrSensor {
  private static final String MONITOR = "jdk.JavaMonitorEnter";
  private static final String SLEEP = "jdk.ThreadSleep";
  private static final String WAIT = "jdk.JavaMonitorWait";

  /** What HotSpot locks while it links a class, as JFR may call it. */
  private static final Set<String> LOCKS_OF_CLASSES = Set.of("[I", "int[]");

  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Reporter reporter;
  private final RecordingStream stream = new RecordingStream();
  private long markers;
  private volatile Awaited awaited;

  /** A marker on its way. */
  private record Awaited(long number, CountDownLatch come) {}

  /**
   * Creates it.
   *
   * @param reporter whom to tell
   */
  public JfrSensor(Reporter reporter) {
    this.reporter = reporter;
  }

  /**
   * Starts.
   *
   * @param standIns whether sleeping and waiting have no body on this JDK
   */
  public void start(boolean standIns) {
    Duration threshold = Duration.ofNanos(Clocks.threshold());
    listen(MONITOR, threshold, this::entered);
    listen(WAIT, threshold, event -> waited(event, standIns));
    if (standIns) {
      listen(SLEEP, threshold, event -> tell(event, Operation.SLEEP));
    }
    stream.onEvent(
        Marker.NAME,
        event -> {
          Awaited waiting = awaited;
          // One that somebody has given up waiting for may come late.
          if (waiting != null && event.getLong(Marker.NUMBER) >= waiting.number()) {
            waiting.come().countDown();
          }
        });
    stream.enable(Marker.NAME);
    stream.setReuse(true);
    stream.setOrdered(true);
    // JFR's own thread for this would keep the JVM from ending.
    Thread reader = new Thread(this::read, "unclog-jfr");
    reader.setDaemon(true);
    reader.start();
    awaitEvents();
  }

  private void read() {
    try {
      stream.start();
    } catch (RuntimeException | Error e) {
      reporter.fails("JFR's events are no longer read: " + e);
    }
  }

  /** Waits until events are taken, for those who want to miss none. */
  private void awaitEvents() {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!new Marker().isEnabled()) {
      if (System.nanoTime() >= end) {
        stream.close();
        throw new IllegalStateException("no event within " + LONGEST_START.toSeconds() + " s");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void listen(String event, Duration threshold, Consumer<RecordedEvent> listener) {
    stream.enable(event).withThreshold(threshold).withStackTrace();
    stream.onEvent(event, listener);
  }

  /** A monitor, unless it is the JVM's own on a class that another thread links. */
  private void entered(RecordedEvent event) {
    RecordedClass type = event.getClass("monitorClass");
    if (type == null || !LOCKS_OF_CLASSES.contains(type.getName())) {
      tell(event, Operation.MONITOR);
    }
  }

  /**
   * {@code Object.wait}, or without its frame what the JVM does when another thread initialises a
   * class. Which classes a framework or the JDK needs is nobody's business else: as with their
   * locks, the watchdog tells where that lasts.
   */
  private void waited(RecordedEvent event, boolean standIns) {
    StackTraceElement[] stack = stack(event);
    if (stack.length == 0) {
      return;
    }
    if (stack[0].getClassName().equals("java.lang.Object")) {
      if (standIns) {
        tell(event, Operation.OBJECT_WAIT);
      }
    } else if (Frames.isApplication(stack[0].getClassName())) {
      tell(event, Operation.CLASS_INITIALIZATION);
    }
  }

  private void tell(RecordedEvent event, Operation operation) {
    RecordedThread thread = event.getThread();
    Hub hub = thread == null ? null : hub(thread.getJavaThreadId());
    if (hub != null && hub.wasOne(middle(event))) {
      StackTraceElement[] stack = stack(event);
      if (!Frames.isOfHook(Arrays.asList(stack))) {
        reporter.sawLate(
            hub, operation, event.getStartTime(), event.getDuration().toNanos(), stack);
      }
    }
  }

  /** Half-way through an event, as {@code System.nanoTime()}: clocks differ by less than that. */
  private static long middle(RecordedEvent event) {
    Duration since = Duration.between(event.getStartTime(), Instant.now());
    return System.nanoTime() - since.toNanos() + event.getDuration().toNanos() / 2;
  }

  // Thread.threadId() came with JDK 19.
  @SuppressWarnings("deprecation")
  private static Hub hub(long id) {
    for (Hub hub : Hubs.all()) {
      if (hub.thread().getId() == id) {
        return hub;
      }
    }
    return null;
  }

  private static StackTraceElement[] stack(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return new StackTraceElement[0];
    }
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    StackTraceElement[] stack = new StackTraceElement[frames.size()];
    for (int i = 0; i < stack.length; i++) {
      RecordedFrame frame = frames.get(i);
      RecordedMethod method = frame.getMethod();
      RecordedClass type = method.getType();
      stack[i] =
          new StackTraceElement(
              type.getName(), method.getName(), sourceFile(type.getName()), frame.getLineNumber());
    }
    return stack;
  }

  /** JFR knows no source files: by the custom that nearly all follow. */
  private static String sourceFile(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    return (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
  }

  /**
   * Waits for events that are on their way.
   *
   * @param atMost the longest to wait
   * @return false if that was too short
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public synchronized boolean catchUp(Duration atMost) throws InterruptedException {
    Awaited waiting = new Awaited(++markers, new CountDownLatch(1));
    awaited = waiting;
    Marker marker = new Marker();
    marker.number = waiting.number();
    marker.commit();
    return waiting.come().await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The operations that only JFR sees on this JDK. */
  static Set<Operation> operations() {
    return Set.of(Operation.MONITOR, Operation.CLASS_INITIALIZATION);
  }

  /** An event that comes after all that were committed before it. */
  @Name(Marker.NAME)
  @Label("Unclog marker")
  @Category("Unclog")
  @StackTrace(false)
  @Enabled(false)
  static final class Marker extends Event {
    static final String NAME = "dev.unclog.Marker";
    static final String NUMBER = "number";

    @Label("Number")
    long number;
  }
}
