package dev.unclog.checks;

import com.google.errorprone.BugCheckerRefactoringTestHelper;
import com.google.errorprone.CompilationTestHelper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the shipped catalogue and the code around a call say together of calls to the JDK. */
class JdkCallsTest {
  private static final String[] IMPORTS = {
    "import dev.unclog.annotations.*;",
    "import java.io.*;",
    "import java.net.*;",
    "import java.nio.ByteBuffer;",
    "import java.nio.channels.*;",
    "import java.nio.file.*;",
    "import java.sql.*;",
    "import java.time.Duration;",
    "import java.util.*;",
    "import java.util.concurrent.*;",
    "import java.util.concurrent.locks.*;",
  };

  private final CompilationTestHelper sure =
      CompilationTestHelper.newInstance(BlockingCall.class, getClass());
  private final CompilationTestHelper possible =
      CompilationTestHelper.newInstance(PossiblyBlockingCall.class, getClass());

  private static void test(CompilationTestHelper helper, String body) {
    String[] lines = Arrays.copyOf(IMPORTS, IMPORTS.length + 1);
    lines[IMPORTS.length] = "@Cooperative class A {\n" + body + "}";
    helper.addSourceLines("A.java", lines).doTest();
  }

  @Test
  void callsThatCannotBlockAreSilent() {
    String body =
        """
        void m(BlockingQueue<String> queue, Future<String> future, CompletableFuture<String> stage,
            Selector selector, Lock lock, Semaphore semaphore, Process process, File file, Path path,
            HttpURLConnection connection) throws Exception {
          queue.poll();
          queue.offer("x");
          future.isDone();
          stage.getNow("");
          stage.complete("");
          selector.selectNow();
          selector.wakeup();
          lock.tryLock();
          semaphore.tryAcquire();
          process.onExit();
          file.getName();
          path.resolve("x").normalize();
          new InetSocketAddress(80).getHostString();
          System.out.println("x");
          new ArrayList<>(List.of(1)).forEach(i -> {});
          Thread.currentThread().getName();
        }
        """;
    test(sure, body);
    test(possible, body);
  }

  @Test
  void zeroTimeoutsDoNotWait() {
    test(
        sure,
        """
        static final long NONE = 0;
        void m(BlockingQueue<String> queue, Lock lock, Semaphore semaphore, long timeout) throws Exception {
          queue.poll(0, TimeUnit.SECONDS);
          queue.poll(NONE, TimeUnit.SECONDS);
          semaphore.tryAcquire(0, TimeUnit.SECONDS);
          // BUG: Diagnostic contains: BlockingQueue.poll(long, TimeUnit) blocks
          queue.poll(1, TimeUnit.SECONDS);
          // BUG: Diagnostic contains: BlockingQueue.poll(long, TimeUnit) blocks
          queue.poll(timeout, TimeUnit.SECONDS);
        }
        """);
  }

  @Test
  void doneFuturesDoNotWait() {
    test(
        sure,
        """
        String m(Future<String> f, CompletableFuture<String> g, boolean b) throws Exception {
          if (f.isDone()) {
            f.get();
          } else {
            // BUG: Diagnostic contains: Future.get() blocks
            f.get();
          }
          String s = f.isDone() ? f.get() : "";
          if (b && g.isDone()) {
            g.join();
          }
          if (b || g.isDone()) {
            // BUG: Diagnostic contains: CompletableFuture.join() blocks
            g.join();
          }
          if (f.isDone()) {
            // BUG: Diagnostic contains: CompletableFuture.join() blocks
            g.join();
          }
          if (!f.isDone()) {
            return null;
          }
          return f.get();
        }
        """);
  }

  @Test
  void futuresCompleteByTheWayDoNotWait() {
    test(
        sure,
        """
        interface OnLoop extends Runnable { @Cooperative void run(); }
        void m(CompletableFuture<String> f, CompletableFuture<String> g,
            List<CompletableFuture<String>> all, List<CompletableFuture<String>> more) {
          f.thenRun((OnLoop) () -> f.join());
          // BUG: Diagnostic contains: CompletableFuture.join() blocks
          f.thenRun((OnLoop) () -> g.join());
          CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]))
              .thenRun((OnLoop) () -> all.stream().map(CompletableFuture::join).toList());
          CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]))
              // BUG: Diagnostic contains: CompletableFuture.join() blocks
              .thenRun((OnLoop) () -> more.stream().map(CompletableFuture::join).toList());
          if (f.isCompletedExceptionally()) {
            f.join();
            all.forEach(each -> f.join());
          }
          CompletableFuture.completedFuture("").join();
          // BUG: Diagnostic contains: CompletableFuture.join() blocks
          CompletableFuture.supplyAsync(() -> "").join();
        }
        """);
  }

  @Test
  void whatIsEvaluatedForAnExceptionIsNoFinding() {
    test(
        sure,
        """
        void m(Future<String> f, String host) throws Exception {
          if (host == null) {
            throw new IOException("at " + f.get() + InetAddress.getByName("example.org"));
          }
          // BUG: Diagnostic contains: Future.get() blocks
          IOException e = new IOException("at " + f.get());
          throw e;
        }
        Exception n(Future<String> f) throws Exception {
          // BUG: Diagnostic contains: Future.get() blocks
          throw new Exception[] {new IOException(f.get())}[0];
        }
        """);
  }

  @Test
  void guardOutsideALambdaIsNotSeenFromInside() {
    test(
        sure,
        """
        void m(Future<String> f, List<String> list) {
          if (!f.isDone()) {
            list.forEach(s -> {
              try {
                // BUG: Diagnostic contains: Future.get() blocks
                f.get();
              } catch (Exception e) {
              }
            });
          }
        }
        """);
  }

  @Test
  void everyKind() {
    test(
        sure,
        """
        void m(Connection connection, Process process, Selector selector, Socket socket, URL url)
            throws Exception {
          // BUG: Diagnostic contains: (wait)
          Thread.sleep(10);
          // BUG: Diagnostic contains: (network)
          socket.connect(new InetSocketAddress(80));
          // BUG: Diagnostic contains: (name-resolution)
          InetAddress.getByName("example.org");
          // BUG: Diagnostic contains: (file)
          Files.readAllBytes(Path.of("x"));
          // BUG: Diagnostic contains: (process)
          process.waitFor();
          // BUG: Diagnostic contains: (database)
          connection.prepareStatement("select 1");
          // BUG: Diagnostic contains: (selector)
          selector.select();
        }
        """);
  }

  @Test
  void literalAddressesAreNotLookedUp() {
    test(
        sure,
        """
        void m(String host) throws Exception {
          InetAddress.getByName("127.0.0.1");
          InetAddress.getByName("::1");
          new InetSocketAddress("10.0.0.1", 80);
          // BUG: Diagnostic contains: new InetSocketAddress(String, int) blocks
          new InetSocketAddress(host, 80);
        }
        """);
  }

  @Test
  void implementationsInheritAndSafeOnesDoNot() {
    test(
        sure,
        """
        void m(LinkedBlockingQueue<String> queue, ArrayDeque<String> deque, ScheduledFuture<?> f)
            throws Exception {
          // BUG: Diagnostic contains: LinkedBlockingQueue.put(Object) blocks
          queue.put("x");
          deque.poll();
          // BUG: Diagnostic contains: Future.get() blocks
          f.get();
        }
        """);
  }

  @Test
  void executorIsClosedAtTheEndOfTry() {
    if (Runtime.version().feature() < 19) {
      return; // ExecutorService is no AutoCloseable before.
    }
    test(
        sure,
        """
        void m() {
          // BUG: Diagnostic contains: ExecutorService.close(), called at the end of this try, blocks
          try (ExecutorService pool = Executors.newCachedThreadPool()) {
          }
        }
        """);
  }

  @Test
  void functionsRunAtOnceBelongToTheirCaller() {
    test(
        sure,
        """
        void m(List<String> list, Map<String, String> map, Executor executor, Optional<String> o) {
          list.forEach(s -> {
            // BUG: Diagnostic contains: LockSupport.park() blocks
            LockSupport.park();
          });
          // BUG: Diagnostic contains: LockSupport.park() blocks
          map.computeIfAbsent("k", k -> { LockSupport.park(); return ""; });
          // BUG: Diagnostic contains: LockSupport.park() blocks
          o.ifPresent(s -> LockSupport.park());
          // BUG: Diagnostic contains: LockSupport.park() blocks
          list.stream().map(s -> { LockSupport.park(); return s; }).toList();
          executor.execute(() -> LockSupport.park());
          executor.execute(LockSupport::park);
          CompletableFuture.runAsync(LockSupport::park);
          new Thread(LockSupport::park).start();
        }
        """);
  }

  @Test
  void streamsInMemoryAreSilentAndThoseOfFilesAreSure() {
    String body =
        """
        void memory(byte[] bytes) throws Exception {
          InputStream in = new ByteArrayInputStream(bytes);
          in.read();
          new BufferedReader(new StringReader("x")).readLine();
          BufferedReader reader = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes)));
          reader.readLine();
          OutputStream out = new ByteArrayOutputStream();
          out.write(1);
        }
        """;
    test(sure, body);
    test(possible, body);
  }

  @Test
  void streamsOfUnknownOriginMayBlock() {
    test(
        possible,
        """
        void m(InputStream in, BufferedReader reader) throws Exception {
          // BUG: Diagnostic contains: InputStream.read() may block a cooperative thread (stream)
          in.read();
          // BUG: Diagnostic contains: BufferedReader.readLine() may block
          reader.readLine();
          new BufferedReader(reader);
        }
        """);
  }

  @Test
  void metadataMayBlock() {
    test(
        possible,
        """
        void m(File file) {
          // BUG: Diagnostic contains: File.exists() may block a cooperative thread (file)
          file.exists();
        }
        """);
  }

  @Test
  void channelsMadeNonBlockingDoNotBlock() {
    test(
        possible,
        """
        void m(SocketChannel channel, SocketChannel other, ByteBuffer buffer) throws Exception {
          channel.configureBlocking(false);
          channel.read(buffer);
          // BUG: Diagnostic contains: SocketChannel.read(ByteBuffer) may block
          other.read(buffer);
        }
        """);
  }

  @Test
  void loggingEntropyAndClassLoadingAreOffUnlessAskedFor() {
    String calls =
        """
        private final Random random = new java.security.SecureRandom();
        void m(byte[] bytes) {
          %s
          UUID.randomUUID();
          %s
          random.nextBytes(bytes);
          %s
          java.util.logging.Logger.getLogger("x").info("x");
        }
        """;
    test(possible, calls.formatted("", "", ""));
    String bug = "// BUG: Diagnostic contains: (entropy)";
    test(
        CompilationTestHelper.newInstance(PossiblyBlockingCall.class, getClass())
            .setArgs("-XepOpt:Unclog:Kinds=+entropy"),
        calls.formatted(bug, bug, ""));
  }

  @Test
  void alternativeIsThatOfTheLibraryAtHand() {
    String call =
        "@dev.unclog.annotations.Cooperative void m() throws Exception { Thread.sleep(1); } }";
    CompilationTestHelper.newInstance(BlockingCall.class, getClass())
        .addSourceLines(
            "io/vertx/core/Vertx.java", "package io.vertx.core;", "public class Vertx {}")
        .addSourceLines(
            "Near.java",
            "import io.vertx.core.Vertx;",
            "class Near {",
            "  // BUG: Diagnostic contains: instead: vertx.setTimer",
            "  " + call)
        .addSourceLines(
            "Far.java",
            "class Far {",
            "  // BUG: Diagnostic contains: instead: a timer",
            "  " + call)
        .doTest();
  }

  @Test
  void methodsAddedBySubtypesAreMeantWhereTheStubSaysSo() {
    sure.addSourceLines(
            "Bank.java",
            "interface Bank extends java.rmi.Remote { long balance() throws java.rmi.RemoteException; }")
        .addSourceLines(
            "A.java",
            "@dev.unclog.annotations.Cooperative class A {",
            "  void m(Bank bank) throws Exception {",
            "    // BUG: Diagnostic contains: Bank.balance() blocks a cooperative thread (network)",
            "    bank.balance();",
            "    bank.toString();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void mechanicalRepairIsOfferedAsAFix() {
    BugCheckerRefactoringTestHelper.newInstance(BlockingCall.class, getClass())
        .addInputLines(
            "A.java",
            "import java.net.InetSocketAddress;",
            "@dev.unclog.annotations.Cooperative class A {",
            "  String m(InetSocketAddress address) { return address.getHostName(); }",
            "}")
        .addOutputLines(
            "A.java",
            "import java.net.InetSocketAddress;",
            "@dev.unclog.annotations.Cooperative class A {",
            "  String m(InetSocketAddress address) { return address.getHostString(); }",
            "}")
        .doTest();
  }
}
