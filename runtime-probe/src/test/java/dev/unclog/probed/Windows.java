package dev.unclog.probed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Holds hubs for a while each, in one way after the other and again: blocked or churning, which the
 * hub's name says, with processes or none that want each processor as well.
 */
public final class Windows {
  /** What the names of hubs begin with that are blocked. */
  public static final String BLOCKED = "blocked: ";

  /** What the names of hubs begin with that churn. */
  public static final String CHURN = "churn: ";

  /** How many ways to block there are. */
  public static final int WAYS_TO_BLOCK = BlockedWays.all(0).size();

  /** How many ways to churn there are. */
  public static final int WAYS_TO_CHURN = 9;

  private static final long PAUSE_MILLIS = 5;

  /** How long each window lasts. */
  private static long millis;

  private Windows() {}

  /** Something to be done on a hub. */
  @FunctionalInterface
  interface Call {
    void run() throws Exception;
  }

  /** One way to hold a hub, driven from outside. */
  @FunctionalInterface
  interface Way {
    void hold(HeldHub hub) throws Exception;
  }

  /** A hub, and the task that it was given last. */
  static final class HeldHub {
    private final ExecutorService executor;
    private CountDownLatch ended;

    private HeldHub(String name) {
      executor = Executors.newSingleThreadExecutor(task -> Matrix.daemon(task, name));
    }

    /** Begins a task, and lets it last for as long as a window. */
    void begin(Call call) throws InterruptedException {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch end = new CountDownLatch(1);
      ended = end;
      executor.execute(
          () -> {
            started.countDown();
            try {
              call.run();
            } catch (Exception e) {
              System.out.println("failed: " + e);
            }
            end.countDown();
          });
      started.await();
      TimeUnit.MILLISECONDS.sleep(millis);
    }

    private void await() throws InterruptedException {
      ended.await();
    }
  }

  /**
   * Plays all ways.
   *
   * @param arguments how many trials of each, how many milliseconds each, how many hogs
   */
  public static void main(String[] arguments) throws Exception {
    int trials = Integer.parseInt(arguments[0]);
    millis = Long.parseLong(arguments[1]);
    List<Process> hogs = hogs(Integer.parseInt(arguments[2]));
    TimeUnit.SECONDS.sleep(1); // The probe starts as well.
    try {
      // Who is blocked needs no processor: all at once, beside those who churn one by one.
      List<Thread> drivers = new ArrayList<>();
      new TreeMap<>(BlockedWays.all(millis))
          .forEach((name, way) -> drivers.add(driver(BLOCKED + name, way, trials)));
      drivers.forEach(Thread::start);
      for (Map.Entry<String, Call> churn : new TreeMap<>(ChurnWays.all(millis)).entrySet()) {
        Thread driver = driver(CHURN + churn.getKey(), hub -> hub.begin(churn.getValue()), trials);
        driver.start();
        driver.join();
      }
      for (Thread driver : drivers) {
        driver.join();
      }
    } finally {
      hogs.forEach(Process::destroyForcibly);
    }
    System.out.println("played");
  }

  private static Thread driver(String name, Way way, int trials) {
    HeldHub hub = new HeldHub(name);
    return new Thread(
        () -> {
          try {
            for (int i = 0; i < trials; i++) {
              way.hold(hub);
              hub.await();
              TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
          } catch (Exception | LinkageError e) {
            System.out.println("failed: " + name + ": " + e);
          }
        },
        "driver of " + name);
  }

  private static List<Process> hogs(int number) throws IOException {
    List<Process> hogs = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      hogs.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
    }
    return hogs;
  }

  /** Has the hub wait for a class that another thread initialises. */
  static void initialise(HeldHub hub) throws Exception {
    try (ClassLoader loader = new ClassLoader(hub)) {
      Class.forName(Slow.class.getName(), true, loader);
    }
  }

  /**
   * Called while a class is being initialised by this thread.
   *
   * @param loader the class's, which makes it one of another run-time package
   */
  public static void initialising(java.lang.ClassLoader loader) throws InterruptedException {
    ((ClassLoader) loader).hub.begin(() -> Class.forName(Slow.class.getName(), true, loader));
  }

  /** Defines one class anew, so that it can be initialised again. */
  private static final class ClassLoader extends URLClassLoader {
    private final HeldHub hub;

    ClassLoader(HeldHub hub) {
      super(new URL[0], Windows.class.getClassLoader());
      this.hub = hub;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null || !name.equals(Slow.class.getName())) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] bytes = in.readAllBytes();
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }
  }

  /** A class that takes a while to initialise. */
  static final class Slow {
    static {
      try {
        initialising(Slow.class.getClassLoader());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Slow() {}
  }
}
