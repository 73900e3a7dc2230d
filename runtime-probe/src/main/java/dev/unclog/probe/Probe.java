package dev.unclog.probe;

import dev.unclog.probe.boot.Attached;
import dev.unclog.probe.boot.Observation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** The probe, as a program sees it. */
public final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Probe() {}

  /**
   * Whether the agent runs in this JVM.
   *
   * @return false if nothing is watched
   */
  public static boolean isAttached() {
    return Attached.Holder.get() != null;
  }

  /**
   * Makes an executor's threads hubs.
   *
   * @param executor a pool, or whatever runs its tasks one after the other on one thread
   */
  public static void hub(Executor executor) {
    Attached attached = Attached.Holder.get();
    if (attached != null) {
      attached.hub(executor);
    }
  }

  /**
   * Makes a thread a hub.
   *
   * @param thread the thread; a virtual one cannot be a hub, which is said and has no effect
   */
  public static void hub(Thread thread) {
    Attached attached = Attached.Holder.get();
    if (attached != null) {
      attached.hub(thread);
    }
  }

  /**
   * A mark between what was observed before and after.
   *
   * @return the latest observation's number
   */
  public static long mark() {
    Attached attached = Attached.Holder.get();
    return attached == null ? 0 : attached.latest();
  }

  /**
   * What has been observed since a mark, after all of it has arrived.
   *
   * @param mark the mark
   * @return the observations, oldest first
   */
  public static List<Observation> since(long mark) {
    Attached attached = Attached.Holder.get();
    if (attached == null) {
      return List.of();
    }
    attached.settle(PATIENCE);
    return attached.after(mark);
  }
}
