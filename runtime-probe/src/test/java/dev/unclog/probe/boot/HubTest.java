package dev.unclog.probe.boot;

import static com.google.common.truth.Truth.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What counts as blocked, whatever happens to a thread while that is found out. */
final class HubTest {
  private static final long KEPT = TimeUnit.MILLISECONDS.toNanos(60);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicBoolean isHindered = new AtomicBoolean();
  private final Hub hub = Hubs.register(Thread.currentThread(), "test");

  @AfterEach
  void leave() {
    Hubs.remove(hub);
    Clocks.useCpuClock(threads::getCurrentThreadCpuTime);
    while (Sightings.poll() != null) {
      continue;
    }
  }

  @Test
  void aSleepIsSeenThoughTheThreadIsKeptBusyWhenItEnds() throws InterruptedException {
    Clocks.useCpuClock(this::clock);

    hub.enter(Operation.SLEEP);
    Thread.sleep(30);
    isHindered.set(true);
    hub.exit();

    assertThat(isHindered.get()).isFalse();
    assertThat(Sightings.poll()).isNotNull();
  }

  @Test
  void nothingIsSeenWhereTheThreadWasKeptBusyWhenItBegan() {
    Clocks.useCpuClock(this::clock);

    isHindered.set(true);
    hub.enter(Operation.SLEEP);
    hub.exit();

    assertThat(isHindered.get()).isFalse();
    assertThat(Sightings.poll()).isNull();
  }

  /** The processor's clock, which is read late when somebody is in the way. */
  private long clock() {
    if (isHindered.getAndSet(false)) {
      long until = System.nanoTime() + KEPT;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
    return threads.getCurrentThreadCpuTime();
  }
}
