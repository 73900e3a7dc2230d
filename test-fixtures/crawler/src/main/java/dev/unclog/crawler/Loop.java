package dev.unclog.crawler;

import dev.unclog.annotations.Cooperative;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** An event loop: one thread that runs all tasks, one after the other. */
final class Loop implements Executor, AutoCloseable {
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "loop");
  private volatile long nanosInTasks;

  Loop() {
    thread.start();
  }

  /** Runs a task on the loop, when those before it are done. */
  @Override
  public void execute(@Cooperative Runnable task) {
    tasks.add(task);
  }

  /** How long tasks have held the loop, all together. */
  Duration held() {
    return Duration.ofNanos(nanosInTasks);
  }

  // Written by the loop's thread alone.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void run() {
    try {
      while (true) {
        Runnable task = tasks.take();
        long start = System.nanoTime();
        task.run();
        nanosInTasks += System.nanoTime() - start;
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
