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
  void aWaitIsSeenThoughTheThreadIsKeptBusyWhenItEnds() throws InterruptedException {
    Clocks.useCpuClock(this::clock);

    hub.enter(Operation.PARK);
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
    hub.enter(Operation.PARK);
    hub.exit();

    assertThat(isHindered.get()).isFalse();
    assertThat(Sightings.poll()).isNull();
  }

  /** As where a busy machine lets the thread queue until it need not sleep any more. */
  @Test
  void sleepingCountsEvenIfAllOfItWentByWithoutAnySleep() {
    hub.enter(Operation.SLEEP);
    spin(Clocks.threshold());
    hub.exit();
    hub.enter(Operation.PARK);
    spin(Clocks.threshold());
    hub.exit();

    assertThat(Sightings.poll().operation()).isEqualTo(Operation.SLEEP);
    assertThat(Sightings.poll()).isNull();
  }

  /** Which is how some give way to others: that takes long on a busy machine, too. */
  @Test
  void sleepingForNoTimeDoesNotCount() {
    Hooks.enterTimed(0, Operation.SLEEP.ordinal());
    spin(Clocks.threshold());
    Hooks.exit();

    assertThat(Sightings.poll()).isNull();
  }

  /** The processor's clock, which is read late when somebody is in the way. */
  private long clock() {
    if (isHindered.getAndSet(false)) {
      spin(KEPT);
    }
    return threads.getCurrentThreadCpuTime();
  }

  private static void spin(long nanos) {
    long until = System.nanoTime() + nanos;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }
}
