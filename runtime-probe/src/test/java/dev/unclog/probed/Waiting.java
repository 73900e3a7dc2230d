package dev.unclog.probed;

import static dev.unclog.probed.Matrix.WHILE_MILLIS;
import static dev.unclog.probed.Matrix.soon;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.ref.ReferenceQueue;
import java.nio.file.FileSystems;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Waiting for another thread. */
final class Waiting {
  private static final String WAIT = "wait";
  private static final TimeUnit MS = TimeUnit.MILLISECONDS;

  private Waiting() {}

  static List<Case> cases() {
    return List.of(
        Case.of("Thread.sleep", WAIT, () -> Thread.sleep(WHILE_MILLIS)),
        Case.of("Thread.sleep, nanos", WAIT, () -> Thread.sleep(WHILE_MILLIS, 1)),
        Case.of("TimeUnit.sleep", WAIT, () -> MS.sleep(WHILE_MILLIS)),
        Case.of("Thread.join", WAIT, () -> sleeper().join()),
        Case.of("Thread.join, timed", WAIT, () -> sleeper().join(WHILE_MILLIS / 2)),
        Case.of("Object.wait", WAIT, Waiting::waitForNotify),
        Case.of("Object.wait, timed", WAIT, Waiting::waitTimed),
        Case.of("LockSupport.park", WAIT, Waiting::park),
        Case.of(
            "LockSupport.parkNanos", WAIT, () -> LockSupport.parkNanos(MS.toNanos(WHILE_MILLIS))),
        Case.of(
            "LockSupport.parkUntil",
            WAIT,
            () -> LockSupport.parkUntil(System.currentTimeMillis() + WHILE_MILLIS)),
        Case.of(
            "CountDownLatch.await",
            WAIT,
            () -> {
              CountDownLatch latch = new CountDownLatch(1);
              soon(latch::countDown);
              latch.await();
            }),
        Case.of(
            "CyclicBarrier.await",
            WAIT,
            () -> {
              CyclicBarrier barrier = new CyclicBarrier(2);
              soon(barrier::await);
              barrier.await();
            }),
        Case.of(
            "Phaser.awaitAdvance",
            WAIT,
            () -> {
              Phaser phaser = new Phaser(1);
              soon(phaser::arrive);
              phaser.awaitAdvance(0);
            }),
        Case.of(
            "Semaphore.acquire",
            WAIT,
            () -> {
              Semaphore semaphore = new Semaphore(0);
              soon(semaphore::release);
              semaphore.acquire();
            }),
        Case.of(
            "Exchanger.exchange",
            WAIT,
            () -> {
              Exchanger<String> exchanger = new Exchanger<>();
              soon(() -> exchanger.exchange("theirs"));
              exchanger.exchange("ours");
            }),
        Case.of("Condition.await", WAIT, Waiting::awaitCondition),
        Case.of("FutureTask.get", WAIT, () -> pool().submit(Waiting::nap).get()),
        Case.of(
            "Future.get, timed", WAIT, () -> pool().submit(Waiting::nap).get(1, TimeUnit.SECONDS)),
        Case.of("CompletableFuture.get", WAIT, () -> later().get()),
        Case.of("CompletableFuture.join", WAIT, () -> later().join()),
        Case.of("ForkJoinTask.join", WAIT, () -> COMMON.submit(Waiting::nap).join()),
        Case.of("ForkJoinPool.invoke", WAIT, () -> COMMON.invoke(ForkJoinTask.adapt(Waiting::nap))),
        Case.of("ExecutorService.invokeAll", WAIT, () -> pool().invokeAll(List.of(Waiting::nap))),
        Case.of("ExecutorService.invokeAny", WAIT, () -> pool().invokeAny(List.of(Waiting::nap))),
        Case.of("ExecutorService.awaitTermination", WAIT, Waiting::awaitTermination),
        Case.of(
            "ExecutorCompletionService.take",
            WAIT,
            () -> {
              ExecutorCompletionService<String> service = new ExecutorCompletionService<>(pool());
              service.submit(Waiting::nap);
              service.take();
            }),
        Case.of(
            "ArrayBlockingQueue.take",
            WAIT,
            () -> {
              ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
              soon(() -> queue.add("it"));
              queue.take();
            }),
        Case.of(
            "ArrayBlockingQueue.put",
            WAIT,
            () -> {
              ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
              queue.put("first");
              soon(queue::take);
              queue.put("second");
            }),
        Case.of(
            "LinkedBlockingQueue.poll, timed",
            WAIT,
            () -> new LinkedBlockingQueue<String>().poll(WHILE_MILLIS, MS)),
        Case.of(
            "LinkedBlockingDeque.takeFirst",
            WAIT,
            () -> {
              LinkedBlockingDeque<String> queue = new LinkedBlockingDeque<>();
              soon(() -> queue.add("it"));
              queue.takeFirst();
            }),
        Case.of(
            "PriorityBlockingQueue.take",
            WAIT,
            () -> {
              PriorityBlockingQueue<String> queue = new PriorityBlockingQueue<>();
              soon(() -> queue.add("it"));
              queue.take();
            }),
        Case.of(
            "SynchronousQueue.put",
            WAIT,
            () -> {
              SynchronousQueue<String> queue = new SynchronousQueue<>();
              soon(queue::take);
              queue.put("it");
            }),
        Case.of(
            "LinkedTransferQueue.transfer",
            WAIT,
            () -> {
              LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
              soon(queue::take);
              queue.transfer("it");
            }),
        Case.of("DelayQueue.poll, timed", WAIT, () -> new DelayQueue<>().poll(WHILE_MILLIS, MS)),
        Case.of(
            "ReferenceQueue.remove, timed",
            WAIT,
            () -> new ReferenceQueue<>().remove(WHILE_MILLIS)),
        Case.of("PipedInputStream.read", WAIT, Waiting::readPiped),
        Case.of("PipedOutputStream.write", WAIT, Waiting::writePiped),
        Case.prepared(
            "WatchService.poll, timed",
            WAIT,
            () -> {
              WatchService service = FileSystems.getDefault().newWatchService();
              return () -> service.poll(WHILE_MILLIS, MS);
            }));
  }

  private static final ForkJoinPool COMMON = new ForkJoinPool(2);

  private static String nap() throws InterruptedException {
    Thread.sleep(WHILE_MILLIS);
    return "done";
  }

  private static Thread sleeper() {
    Thread thread = Matrix.daemon(Waiting::quietNap, "sleeper");
    thread.start();
    return thread;
  }

  private static void quietNap() {
    try {
      nap();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ExecutorService pool() {
    return Executors.newCachedThreadPool(task -> Matrix.daemon(task, "worker"));
  }

  private static CompletableFuture<String> later() {
    CompletableFuture<String> future = new CompletableFuture<>();
    soon(() -> future.complete("done"));
    return future;
  }

  @SuppressWarnings({"WaitNotInLoop", "UnsynchronizedOverridesSynchronized"})
  private static void waitForNotify() throws InterruptedException {
    Object monitor = new Object();
    soon(
        () -> {
          synchronized (monitor) {
            monitor.notifyAll();
          }
        });
    synchronized (monitor) {
      monitor.wait();
    }
  }

  @SuppressWarnings("WaitNotInLoop")
  private static void waitTimed() throws InterruptedException {
    Object monitor = new Object();
    synchronized (monitor) {
      monitor.wait(WHILE_MILLIS);
    }
  }

  private static void park() {
    Thread hub = Thread.currentThread();
    soon(() -> LockSupport.unpark(hub));
    LockSupport.park();
  }

  @SuppressWarnings("WaitNotInLoop")
  private static void awaitCondition() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    try {
      lock.newCondition().await(WHILE_MILLIS, MS);
    } finally {
      lock.unlock();
    }
  }

  private static void awaitTermination() throws InterruptedException {
    ExecutorService pool = pool();
    pool.submit(Waiting::nap);
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.SECONDS);
  }

  private static void readPiped() throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(out);
    soon(
        () -> {
          out.write(1);
          out.flush();
          Thread.sleep(WHILE_MILLIS);
        });
    in.read();
  }

  private static void writePiped() throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(out, 1);
    // It must be alive when the writer asks.
    soon(
        () -> {
          in.read();
          in.read();
          Thread.sleep(WHILE_MILLIS);
        });
    out.write(1);
    out.write(2);
  }
}
