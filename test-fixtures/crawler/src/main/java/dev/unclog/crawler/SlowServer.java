package dev.unclog.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on this machine that takes 100 ms for a page, and any number of pages at a time. */
final class SlowServer implements AutoCloseable {
  private static final int MILLIS_FOR_A_PAGE = 100;
  private static final String ROBOTS = "User-agent: *\nDisallow: /private\n";

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  SlowServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where a page is. */
  URI page(int number) {
    return page(String.valueOf(number));
  }

  /** Where a page is that has a name. */
  URI page(String name) {
    InetSocketAddress address = server.getAddress();
    return URI.create(
        "http://%s:%d/%s"
            .formatted(address.getAddress().getHostAddress(), address.getPort(), name));
  }

  /** How many pages were asked for at one time, at most. */
  int mostAtOnce() {
    return most.get();
  }

  // Runs on a worker, which may well sleep.
  private void answer(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try (exchange) {
      Thread.sleep(MILLIS_FOR_A_PAGE);
      now.decrementAndGet();
      String path = exchange.getRequestURI().getPath();
      byte[] text = (path.equals("/robots.txt") ? ROBOTS : "Page " + path).getBytes(UTF_8);
      // A kept connection would add 40 ms: TCP on either side waits for the other.
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
