package dev.unclog.probe.hub;

import dev.unclog.probe.boot.Hub;
import dev.unclog.probe.boot.Hubs;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Lets go of hubs whose threads have ended, after what JFR had to tell of them must have come. Run
 * it now and then, never twice at once.
 */
public final class EndedHubs implements Runnable {
  private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

  private final Map<Hub, Long> endedAt = new IdentityHashMap<>();

  @Override
  public void run() {
    long now = System.nanoTime();
    for (Hub hub : Hubs.all()) {
      if (hub.thread().getState() == Thread.State.TERMINATED) {
        Long since = endedAt.putIfAbsent(hub, now);
        if (since != null && now - since > REMEMBERED) {
          endedAt.remove(hub);
          Hubs.remove(hub);
        }
      }
    }
  }
}
