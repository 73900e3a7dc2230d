package chains.jarbodies.library;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** In class files, the rules are the same. */
public class Helper {
  private static final String NAME = name("static");
  private final ExecutorService workers;
  private Runnable last;

  public Helper(ExecutorService workers) {
    this.workers = workers;
  }

  public static String constant() {
    return NAME;
  }

  public static String name(String host) {
    try {
      return InetAddress.getByName(host).toString();
    } catch (UnknownHostException e) {
      return host;
    }
  }

  public static void check(String host) {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + name(host));
    }
  }

  public static void surviving(Runnable task) {
    try {
      task.run();
    } catch (OutOfMemoryError e) {
      name("host");
    } finally {
      task.hashCode();
    }
  }

  public static void survivingAll(Runnable task) {
    try {
      task.run();
    } catch (OutOfMemoryError | IllegalStateException e) {
      name("host");
    }
  }

  public static String poll(BlockingQueue<String> queue, long millis) throws InterruptedException {
    return queue.poll(millis, TimeUnit.MILLISECONDS);
  }

  public static String joined(CompletableFuture<String> future) {
    return future.join();
  }

  public static String joinedIfDone(CompletableFuture<String> future) {
    return future.isDone() ? future.join() : "";
  }

  public static void finish(ChannelFuture future, boolean wait) {
    if (wait) {
      future.awaitUninterruptibly();
    }
  }

  public static void finishElsewhere(EventLoop loop, ChannelFuture future) {
    if (!loop.inEventLoop()) {
      future.awaitUninterruptibly();
    }
  }

  public void run(Runnable task) {
    task.run();
  }

  public void runWrapped(Runnable task) {
    run(() -> task.run());
  }

  public void runOnWorker(Runnable task) {
    workers.execute(task);
  }

  public void keep(Runnable task) {
    last = task;
  }

  public static native int compress(byte[] bytes);
}
