package dev.unclog.probed;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Hashtable;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;

/**
 * The story that began it all: ten tasks on one hub, each of which asks a server that takes a
 * while. In the blocking version all ten take a second, one after the other; in the other a tenth
 * of it.
 */
public final class Story {
  private static final int TASKS = 10;
  private static final int ANSWER_MILLIS = 100;

  private final ExecutorService hub =
      Executors.newSingleThreadExecutor(task -> Matrix.daemon(task, "hub"));
  private final Queue<Question> questions = new ConcurrentLinkedQueue<>();

  private Story() {
    Matrix.daemon(this::serve, "server").start();
  }

  private record Question(long due, Runnable answer) {}

  /** Answers each question a while after it was asked; asking takes no lock. */
  @SuppressWarnings("InfiniteLoopStatement")
  private void serve() {
    while (true) {
      Question next = questions.peek();
      if (next == null || next.due() > System.nanoTime()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      } else {
        questions.remove().answer().run();
      }
    }
  }

  private void ask(Runnable answer) {
    questions.add(
        new Question(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS), answer));
  }

  /** Plays one version. */
  public static void main(String[] version) throws Exception {
    Story story = new Story();
    long start = System.nanoTime();
    switch (version[0]) {
      case "blocking" -> story.each(TASKS, story::askAndWait);
      case "cooperative" -> story.each(TASKS, story::askAndGoOn);
      case "thousand" -> story.each(100 * TASKS, story::askAndGoOn);
      case "hangs" -> story.hang();
      case "no-dns" -> story.lookUp();
      default -> throw new IllegalArgumentException(version[0]);
    }
    System.out.println("took " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
  }

  private interface Task {
    void run(Runnable done) throws InterruptedException;
  }

  private void each(int tasks, Task task) throws InterruptedException {
    CountDownLatch all = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      hub.execute(
          () -> {
            try {
              task.run(all::countDown);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    all.await();
  }

  private void askAndWait(Runnable done) throws InterruptedException {
    CountDownLatch answer = new CountDownLatch(1);
    ask(answer::countDown);
    answer.await(); // The culprit.
    done.run();
  }

  private void askAndGoOn(Runnable done) {
    ask(() -> hub.execute(done));
  }

  /** A driver that never comes back; the program goes on until the test has seen enough. */
  private void hang() throws InterruptedException {
    hub.execute(
        () -> {
          try {
            driver();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    new CountDownLatch(1).await();
  }

  private static void driver() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Asks a name server that does not answer. */
  private void lookUp() throws Exception {
    try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      CountDownLatch done = new CountDownLatch(1);
      hub.execute(
          () -> {
            resolve("dns://127.0.0.1:" + silent.getLocalPort());
            done.countDown();
          });
      done.await();
    }
  }

  @SuppressWarnings({"BanJNDI", "JdkObsolete"})
  private static void resolve(String server) {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, server);
    environment.put("com.sun.jndi.dns.timeout.initial", "300");
    environment.put("com.sun.jndi.dns.timeout.retries", "1");
    try {
      new InitialDirContext(environment).getAttributes("example.invalid", new String[] {"A"});
    } catch (NamingException e) {
      // Nobody answers.
    }
  }
}
