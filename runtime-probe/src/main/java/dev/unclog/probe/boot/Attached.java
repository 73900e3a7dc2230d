package dev.unclog.probe.boot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** The probe in this JVM, as applications and tests reach it whatever their class loader. */
public interface Attached {
  /**
   * Makes an executor's threads hubs.
   *
   * @param executor any executor
   */
  void hub(Executor executor);

  /**
   * Makes a thread a hub.
   *
   * @param thread any thread
   */
  void hub(Thread thread);

  /**
   * Waits until what has happened has been judged and written.
   *
   * @param atMost the longest to wait
   * @return false if that was too short
   */
  boolean settle(Duration atMost);

  /**
   * What has been observed after a given number.
   *
   * @param number an observation's number, 0 for all that are remembered
   * @return the observations, oldest first
   */
  List<Observation> after(long number);

  /**
   * The latest observation's number.
   *
   * @return 0 if there is none
   */
  long latest();

  /** Where the agent leaves itself. */
  final class Holder {
    private static volatile Attached attached;

    private Holder() {}

    /**
     * The probe.
     *
     * @return null if this JVM was started without the agent
     */
    public static Attached get() {
      return attached;
    }

    /**
     * Leaves the probe here.
     *
     * @param probe the probe
     */
    public static void set(Attached probe) {
      attached = probe;
    }
  }
}
