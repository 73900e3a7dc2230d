package dev.unclog.probed;

import dev.unclog.probed.Windows.Way;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ways to block a hub until its driver lets it go. */
final class BlockedWays {
  private BlockedWays() {}

  static Map<String, Way> all(long millis) {
    return Map.of(
        "sleep", hub -> hub.begin(() -> Thread.sleep(millis)),
        "park", hub -> hub.begin(() -> LockSupport.parkNanos(millis * 1_000_000)),
        "object wait", hub -> hub.begin(() -> waitAtObject(millis)),
        "latch", BlockedWays::latch,
        "monitor", BlockedWays::monitor,
        "class initialisation", Windows::initialise,
        "socket read", BlockedWays::socketRead,
        "accept", BlockedWays::accept,
        "pipe read", BlockedWays::pipeRead,
        "select", hub -> hub.begin(() -> select(millis)));
  }

  private static void waitAtObject(long millis) throws InterruptedException {
    Object lock = new Object();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (lock) {
      while (System.nanoTime() < end) {
        lock.wait(millis);
      }
    }
  }

  private static void select(long millis) throws Exception {
    try (Selector selector = Selector.open()) {
      selector.select(millis);
    }
  }

  private static void latch(Windows.HeldHub hub) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    hub.begin(latch::await);
    latch.countDown();
  }

  private static void monitor(Windows.HeldHub hub) throws Exception {
    Object lock = new Object();
    synchronized (lock) {
      hub.begin(
          () -> {
            synchronized (lock) {
              lock.notifyAll();
            }
          });
    }
  }

  private static void socketRead(Windows.HeldHub hub) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket served = server.accept()) {
      CountDownLatch read = new CountDownLatch(1);
      hub.begin(
          () -> {
            served.getInputStream().read();
            read.countDown();
          });
      client.getOutputStream().write(1);
      read.await();
    }
  }

  private static void accept(Windows.HeldHub hub) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CountDownLatch accepted = new CountDownLatch(1);
      hub.begin(
          () -> {
            server.accept().close();
            accepted.countDown();
          });
      new Socket(server.getInetAddress(), server.getLocalPort()).close();
      accepted.await();
    }
  }

  private static void pipeRead(Windows.HeldHub hub) throws Exception {
    Pipe pipe = Pipe.open();
    try (Pipe.SourceChannel source = pipe.source();
        Pipe.SinkChannel sink = pipe.sink()) {
      CountDownLatch read = new CountDownLatch(1);
      hub.begin(
          () -> {
            source.read(ByteBuffer.allocate(1));
            read.countDown();
          });
      sink.write(ByteBuffer.allocate(1));
      read.await();
    }
  }
}
