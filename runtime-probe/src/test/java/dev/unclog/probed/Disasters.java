package dev.unclog.probed;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What befalls a hub, or the whole JVM; where it goes on, something is planted afterwards. */
public final class Disasters {
  private static final int MEGABYTE = 1 << 20;
  private static final int MOST_TRIES = 50;
  private static final int EXIT = 3;

  /** What befell the hub. */
  private static volatile Throwable seen;

  private Disasters() {}

  /** Plays one of them. */
  public static void main(String[] disaster) throws Exception {
    TimeUnit.SECONDS.sleep(1); // The probe starts as well.
    ExecutorService hub = Executors.newSingleThreadExecutor(task -> Matrix.daemon(task, "hub-1"));
    switch (disaster[0]) {
      case "stack" -> hub.submit(Disasters::overflow).get();
      case "memory" -> hub.submit(Disasters::fillMemory).get();
      case "exit" -> exit(hub);
      case "killed" -> untilKilled(hub);
      default -> throw new IllegalArgumentException(disaster[0]);
    }
    System.out.println("befell: " + seen.getClass().getSimpleName());
    hub.submit(Faults::planted).get();
    System.out.println("played");
  }

  private static void overflow() {
    try {
      deeper(new File("."), new int[1]);
    } catch (StackOverflowError e) {
      seen = e;
    }
  }

  /** Calls what is woven where hardly any stack is left, and a little more at each try. */
  @SuppressWarnings("InfiniteRecursion")
  private static void deeper(File file, int[] tries) {
    try {
      deeper(file, tries);
    } catch (StackOverflowError e) {
      if (tries[0]++ < MOST_TRIES) {
        file.exists();
      }
      throw e;
    }
  }

  private static void fillMemory() {
    List<byte[]> all = new ArrayList<>();
    try {
      while (true) {
        all.add(new byte[MEGABYTE]);
        new File(".").exists();
      }
    } catch (OutOfMemoryError e) {
      all.clear();
      seen = e;
    }
  }

  /** Ends the JVM while the hub waits for good. */
  private static void exit(ExecutorService hub) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    hub.submit(
        () -> {
          Faults.planted();
          never.await();
          return null;
        });
    TimeUnit.SECONDS.sleep(2);
    System.exit(EXIT);
  }

  /** Blocks again and again, and says each time that it did and when. */
  private static void untilKilled(ExecutorService hub) throws Exception {
    for (int i = 1; true; i++) {
      hub.submit(Faults::planted).get();
      System.out.println("blocked " + i + " " + System.currentTimeMillis());
    }
  }
}
