package dev.unclog.probed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does each case on a hub of its own, whose name tells which: {@code hub: name}. */
public final class Matrix {
  /** How hubs' names begin. */
  public static final String HUB = "hub: ";

  private static final long PATIENCE_SECONDS = 20;

  private Matrix() {}

  /** What is expected of each case, for the test that reads the report. */
  public static List<Expectation> expectations() {
    return cases().stream().map(each -> new Expectation(each.name(), each.kind())).toList();
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.addAll(Waiting.cases());
    cases.addAll(Locking.cases());
    cases.addAll(Networking.cases());
    cases.addAll(Filing.cases());
    cases.addAll(Processes.cases());
    cases.addAll(Harmless.cases());
    return cases;
  }

  /** Runs them all, or those whose names are given. */
  public static void main(String[] only) throws Exception {
    List<String> chosen = List.of(only);
    for (Case each : cases()) {
      if (chosen.isEmpty() || chosen.contains(each.name())) {
        run(each);
      }
    }
    System.exit(0); // Some cases leave threads behind that wait for good.
  }

  private static void run(Case each) {
    MEANWHILE.clear();
    ExecutorService hub =
        Executors.newSingleThreadExecutor(task -> daemon(task, HUB + each.name()));
    try {
      Case.Act act = each.prepare().call();
      Future<?> done =
          hub.submit(
              () -> {
                MEANWHILE.forEach(Thread::start);
                act.run();
                return null;
              });
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      System.out.println("never ended: " + each.name());
    } catch (Exception e) {
      System.out.println("failed: " + each.name() + ": " + e);
    } finally {
      hub.shutdown();
    }
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static final List<Thread> MEANWHILE = new ArrayList<>();

  /** Does something on another thread, a while after the hub has begun with the case. */
  static void soon(Case.Act act) {
    Thread meanwhile =
        daemon(
            () -> {
              try {
                Thread.sleep(Matrix.WHILE_MILLIS);
                act.run();
              } catch (Exception e) {
                System.out.println("failed meanwhile: " + e);
              }
            },
            "meanwhile");
    if (Thread.currentThread().getName().startsWith(HUB)) {
      meanwhile.start();
    } else {
      MEANWHILE.add(meanwhile);
    }
  }

  /** Long enough to be waited for beyond any doubt, and short enough to be done a hundred times. */
  static final int WHILE_MILLIS = 40;
}
