package dev.unclog.probed;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;

/** What does not block, each the twin of something that does. */
final class Harmless {
  private Harmless() {}

  static List<Case> cases() {
    Object monitor = new Object();
    return List.of(
        twin("CompletableFuture.get, completed", () -> CompletableFuture.completedFuture(1).get()),
        twin("CompletableFuture.getNow", () -> new CompletableFuture<Integer>().getNow(1)),
        twin(
            "CompletableFuture.thenApply",
            () -> CompletableFuture.completedFuture(1).thenApply(one -> one + 1)),
        twin("CountDownLatch.await, at zero", () -> new CountDownLatch(0).await()),
        twin("Semaphore.acquire, free", () -> new Semaphore(1).acquire()),
        twin("Semaphore.tryAcquire", () -> new Semaphore(0).tryAcquire()),
        twin("ReentrantLock.lock, free", () -> new ReentrantLock().lock()),
        twin("ReentrantLock.tryLock", () -> new ReentrantLock().tryLock()),
        twin(
            "synchronized, free",
            () -> {
              synchronized (monitor) {
                monitor.notifyAll();
              }
            }),
        Case.prepared("Class.forName, linked by another thread", null, Linking::begin),
        twin("BlockingQueue.poll", () -> new LinkedBlockingQueue<String>().poll()),
        twin("BlockingQueue.put, with room", () -> new LinkedBlockingQueue<String>().put("it")),
        twin("Thread.join, ended", () -> new Thread().join()),
        twin("Thread.yield", Thread::yield),
        twin("Thread.sleep, for no time", () -> Thread.sleep(0)),
        twin("LockSupport.park, with a permit", Harmless::parkWithPermit),
        twin(
            "ConcurrentHashMap.computeIfAbsent, free",
            () -> new ConcurrentHashMap<String, String>().computeIfAbsent("key", key -> key)),
        Case.prepared(
            "SocketChannel.read, non-blocking",
            null,
            () -> {
              SocketChannel channel = Networking.connected();
              channel.configureBlocking(false);
              return () -> channel.read(ByteBuffer.allocate(1));
            }),
        Case.prepared(
            "SocketChannel.connect, non-blocking",
            null,
            () -> {
              ServerSocketChannel server = ServerSocketChannel.open().bind(Networking.loopback());
              SocketChannel channel = SocketChannel.open();
              channel.configureBlocking(false);
              return () -> channel.connect(server.getLocalAddress());
            }),
        Case.prepared(
            "SocketChannel.write, non-blocking",
            null,
            () -> {
              SocketChannel channel = Networking.connected();
              channel.configureBlocking(false);
              return () -> channel.write(ByteBuffer.allocateDirect(16 << 20));
            }),
        Case.prepared(
            "ServerSocketChannel.accept, non-blocking",
            null,
            () -> {
              ServerSocketChannel server = ServerSocketChannel.open().bind(Networking.loopback());
              server.configureBlocking(false);
              return server::accept;
            }),
        Case.prepared(
            "DatagramChannel.receive, non-blocking",
            null,
            () -> {
              DatagramChannel channel = DatagramChannel.open().bind(Networking.loopback());
              channel.configureBlocking(false);
              return () -> channel.receive(ByteBuffer.allocate(1));
            }),
        Case.prepared(
            "Pipe.SourceChannel.read, non-blocking",
            null,
            () -> {
              Pipe pipe = Pipe.open();
              pipe.source().configureBlocking(false);
              return () -> pipe.source().read(ByteBuffer.allocate(1));
            }),
        Case.prepared(
            "Selector.selectNow",
            null,
            () -> {
              Selector selector = Selector.open();
              return selector::selectNow;
            }),
        Case.prepared(
            "FileInputStream.read, cached",
            null,
            () -> {
              FileInputStream in = new FileInputStream(file().toFile());
              return in::readAllBytes;
            }),
        Case.prepared(
            "FileChannel.read, cached",
            null,
            () -> {
              FileChannel channel = FileChannel.open(file());
              return () -> channel.read(ByteBuffer.allocate(SIZE));
            }),
        Case.prepared(
            "FileOutputStream.write, cached",
            null,
            () -> {
              FileOutputStream out = new FileOutputStream(file().toFile());
              return () -> out.write(new byte[100]);
            }),
        Case.prepared(
            "AsynchronousFileChannel.read",
            null,
            () -> {
              AsynchronousFileChannel channel = AsynchronousFileChannel.open(file());
              return () -> channel.read(ByteBuffer.allocate(1), 0);
            }),
        Case.prepared(
            "InetAddress.getByName, cached",
            null,
            () -> {
              InetAddress.getByName("localhost");
              return () -> InetAddress.getByName("localhost");
            }),
        twin("InetAddress.getByName, of digits", () -> InetAddress.getByName("127.0.0.1")),
        twin("System.out.println", () -> System.out.println("printed on a hub")),
        twin("Logger.info", () -> Logger.getLogger("probed").info("logged on a hub")),
        twin("UUID.randomUUID", UUID::randomUUID),
        twin("SecureRandom.nextInt", () -> new SecureRandom().nextInt()),
        twin(
            "Class.forName",
            () -> Class.forName("dev.unclog.probed.Harmless$LoadedLate", true, LOADER)),
        twin("ByteArrayInputStream.read", () -> new ByteArrayInputStream(new byte[9]).read()),
        twin("StringReader.read", () -> new StringReader("text").read()),
        twin("computing", Harmless::compute));
  }

  private static final ClassLoader LOADER = Harmless.class.getClassLoader();
  private static final int SIZE = 64 << 10;

  private static Case twin(String name, Case.Act act) {
    return Case.of(name, null, act);
  }

  private static void parkWithPermit() {
    LockSupport.unpark(Thread.currentThread());
    LockSupport.park();
  }

  private static Path file() throws Exception {
    Path file = Files.createTempFile("unclog", ".bin");
    Files.write(file, new byte[SIZE]);
    file.toFile().deleteOnExit();
    return file;
  }

  private static void compute() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Matrix.WHILE_MILLIS);
    double sum = 0;
    while (System.nanoTime() < end) {
      sum += Math.sqrt(sum + 1);
    }
    if (sum < 0) {
      throw new AssertionError(sum);
    }
  }

  /** Not loaded before it is asked for. */
  @SuppressWarnings("unused")
  private static final class LoadedLate {}
}
