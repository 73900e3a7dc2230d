package dev.unclog.probed;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.unclog.probe.junit.ExpectsBlockedHub;
import dev.unclog.probe.junit.NoBlockedHub;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests that block hubs, and some that do not; says of each how it ended. */
public final class JUnitCases {
  private JUnitCases() {}

  /** Runs them: one after the other, then those that are meant to run at the same time. */
  public static void main(String[] nothing) {
    run(OneByOne.class, "false");
    run(AtOnce.class, "true");
    System.exit(0);
  }

  private static void run(Class<?> tests, String parallel) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(tests))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", parallel)
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
            .build();
    LauncherFactory.create().execute(request, new Telling());
  }

  /** Tells how each test ended. */
  private static final class Telling implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      System.out.println(
          test.getDisplayName()
              + " "
              + result.getStatus()
              + result.getThrowable().map(thrown -> " " + thrown.getMessage()).orElse(""));
    }
  }

  private static ExecutorService hub() {
    return Executors.newSingleThreadExecutor(task -> Matrix.daemon(task, "hub"));
  }

  private static String block() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(20);
    return "done";
  }

  /** One after the other. */
  @NoBlockedHub
  static final class OneByOne {
    @Test
    void blocks() throws Exception {
      hub().submit(JUnitCases::block).get();
    }

    @Test
    void doesNotBlock() throws Exception {
      hub().submit(() -> "done").get();
    }

    @Test
    @ExpectsBlockedHub
    void blocksAsExpected() throws Exception {
      hub().submit(JUnitCases::block).get();
    }

    @Test
    @ExpectsBlockedHub
    void doesNotBlockThoughExpected() throws Exception {
      hub().submit(() -> "done").get();
    }

    @Test
    void blocksForGood() throws Exception {
      hub().execute(OneByOne::neverEnds);
      TimeUnit.MILLISECONDS.sleep(500);
    }

    private static void neverEnds() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** At the same time, beyond doubt. */
  @NoBlockedHub
  @Execution(ExecutionMode.CONCURRENT)
  static final class AtOnce {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @Test
    void one() throws Exception {
      BOTH.await();
      hub().submit(JUnitCases::block).get();
      BOTH.await();
    }

    @Test
    void other() throws Exception {
      BOTH.await();
      BOTH.await();
    }
  }
}
