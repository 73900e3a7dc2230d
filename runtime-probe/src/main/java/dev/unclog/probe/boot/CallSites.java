package dev.unclog.probe.boot;

import java.io.FileDescriptor;
import java.io.SyncFailedException;

/** What is called in place of methods without a Java body, which cannot be woven themselves. */
public final class CallSites {
  private static final int SLEEP = Operation.SLEEP.ordinal();
  private static final int WAIT = Operation.OBJECT_WAIT.ordinal();

  private static final int FORCE = Operation.FILE_FORCE.ordinal();

  private CallSites() {}

  /**
   * In place of {@link FileDescriptor#sync()}.
   *
   * @param descriptor whose file
   * @throws SyncFailedException as there
   */
  public static void sync(FileDescriptor descriptor) throws SyncFailedException {
    Hooks.enter(FORCE);
    try {
      descriptor.sync();
    } finally {
      Hooks.exit();
    }
  }

  /**
   * In place of {@link Thread#sleep(long)}.
   *
   * @param millis as there
   * @throws InterruptedException as there
   */
  public static void sleep(long millis) throws InterruptedException {
    Hooks.enterTimed(millis, SLEEP);
    try {
      Thread.sleep(millis);
    } finally {
      Hooks.exit();
    }
  }

  /**
   * In place of {@link Thread#sleep(long, int)}.
   *
   * @param millis as there
   * @param nanos as there
   * @throws InterruptedException as there
   */
  public static void sleep(long millis, int nanos) throws InterruptedException {
    Hooks.enterTimed(Math.max(millis, nanos), SLEEP);
    try {
      Thread.sleep(millis, nanos);
    } finally {
      Hooks.exit();
    }
  }

  /**
   * In place of {@link Object#wait()}.
   *
   * @param monitor whose monitor
   * @throws InterruptedException as there
   */
  public static void wait(Object monitor) throws InterruptedException {
    wait(monitor, 0L);
  }

  /**
   * In place of {@link Object#wait(long)}.
   *
   * @param monitor whose monitor
   * @param millis as there
   * @throws InterruptedException as there
   */
  // The loop around it is the caller's.
  @SuppressWarnings({"WaitNotInLoop", "NakedNotify"})
  public static void wait(Object monitor, long millis) throws InterruptedException {
    Hooks.enter(WAIT);
    try {
      monitor.wait(millis);
    } finally {
      Hooks.exit();
    }
  }

  /**
   * In place of {@link Object#wait(long, int)}.
   *
   * @param monitor whose monitor
   * @param millis as there
   * @param nanos as there
   * @throws InterruptedException as there
   */
  @SuppressWarnings("WaitNotInLoop")
  public static void wait(Object monitor, long millis, int nanos) throws InterruptedException {
    Hooks.enter(WAIT);
    try {
      monitor.wait(millis, nanos);
    } finally {
      Hooks.exit();
    }
  }
}
