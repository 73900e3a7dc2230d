package dev.unclog.probed;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Applications that the probe must bear with. */
public final class Faults {
  private static final long MILLIS = 30;
  private static final long CHURN_MILLIS = 250;
  private static final int THOUSAND = 1_000;
  private static final int SMALL_STACK = 1 << 17;
  private static final int SOME = 20;
  private static final int LONGEST_METHOD = 65_535;

  private Faults() {}

  /** Plays one of them. */
  public static void main(String[] fault) throws Exception {
    switch (fault[0]) {
      case "unweavable" -> unweavable();
      case "leaked" -> leaked();
      case "virtual" -> virtual();
      case "turns" -> turns();
      case "thousand" -> thousand();
      case "leaks" -> leaks();
      default -> throw new IllegalArgumentException(fault[0]);
    }
    System.out.println("played");
  }

  static void planted() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Classes with a cooperative method that has no room left for what is to be woven. */
  private static void unweavable() throws Exception {
    for (int i = 0; i < SOME; i++) {
      String name = "dev.unclog.probed.Full" + i;
      byte[] file = classFile(name.replace('.', '/'));
      Class<?> full =
          new ClassLoader(Faults.class.getClassLoader()) {
            Class<?> define() {
              return defineClass(name, file, 0, file.length);
            }
          }.define();
      full.getMethod("run").invoke(null);
    }
  }

  private static byte[] classFile(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "()V", null, null);
    method.visitAnnotation("Ldev/unclog/annotations/Cooperative;", false).visitEnd();
    method.visitCode();
    for (int i = 0; i < LONGEST_METHOD - 1; i++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Threads that were hubs and have ended, and which the application has let go. */
  private static void leaked() throws Exception {
    List<WeakReference<Thread>> threads = new ArrayList<>();
    for (int i = 0; i < SOME; i++) {
      threads.add(new WeakReference<>(hub(i)));
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end && threads.stream().anyMatch(each -> each.get() != null)) {
      TimeUnit.MILLISECONDS.sleep(200);
      System.gc();
    }
    System.out.println("kept: " + threads.stream().filter(thread -> thread.get() != null).count());
  }

  private static Thread hub(int number) throws InterruptedException {
    Thread thread = new Thread(Faults::planted, "hub-" + number);
    thread.start();
    thread.join();
    return thread;
  }

  /** Virtual threads by a hub's name, in cooperative code, and registered, where there are any. */
  private static void virtual() throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    Method name = type.getMethod("name", String.class);
    Method start = type.getMethod("start", Runnable.class);
    name.invoke(builder, "hub-1");
    Runnable task =
        () -> {
          dev.unclog.probe.Probe.hub(Thread.currentThread());
          Annotated.cooperativeNap();
          planted();
        };
    ((Thread) start.invoke(builder, task)).join();
    Thread real = new Thread(Faults::planted, "hub-2");
    real.start();
    real.join();
  }

  /** A thousand hubs that block together. */
  private static void thousand() throws Exception {
    ExecutorService hubs =
        Executors.newFixedThreadPool(
            THOUSAND, task -> new Thread(null, task, "hub-" + task.hashCode(), SMALL_STACK));
    CountDownLatch all = new CountDownLatch(THOUSAND);
    for (int i = 0; i < THOUSAND; i++) {
      hubs.execute(
          () -> {
            all.countDown();
            planted();
          });
    }
    all.await();
    hubs.shutdown();
    System.out.println("ended: " + hubs.awaitTermination(1, TimeUnit.MINUTES));
  }

  /** Hubs that nobody closes, or keeps. */
  private static void leaks() throws Exception {
    for (int i = 0; i < SOME; i++) {
      Executors.newSingleThreadExecutor(task -> Matrix.daemon(task, "hub-1"))
          .submit(Faults::planted)
          .get();
      System.gc();
    }
  }

  /** A hub that computes at first and in the same task waits for a class afterwards. */
  private static void turns() throws Exception {
    TimeUnit.SECONDS.sleep(1); // The watchdog starts as well.
    Thread initialiser = new Thread(Slow::touch, "initialiser");
    initialiser.start();
    Slow.INITIALISING.await();
    ExecutorService hub = Executors.newSingleThreadExecutor(task -> new Thread(task, "hub-1"));
    hub.submit(
            () -> {
              churn();
              Slow.touch();
            })
        .get();
    hub.shutdown();
  }

  private static void churn() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CHURN_MILLIS);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** A class whose initialisation takes its time. */
  private static final class Slow {
    static final CountDownLatch INITIALISING = new CountDownLatch(1);

    static void touch() {
      Initialised.touch();
    }

    private static final class Initialised {
      static {
        INITIALISING.countDown();
        try {
          Thread.sleep(10 * CHURN_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }

      static void touch() {}
    }
  }
}
