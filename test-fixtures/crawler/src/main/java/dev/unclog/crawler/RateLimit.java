package dev.unclog.crawler;

import dev.unclog.annotations.AllowBlocking;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Spares a server: lets at least some time pass between one page and the next. */
final class RateLimit implements Crawler {
  private final Duration pause;
  private final Crawler crawler;
  private long next = System.nanoTime();

  RateLimit(Duration pause, Crawler crawler) {
    this.pause = pause;
    this.crawler = crawler;
  }

  /** Fetches a page when it is time for it. Called by one thread at a time. */
  @AllowBlocking(reason = "never slow: who wants a page has waited for the one before")
  @Override
  public CompletableFuture<String> fetch(URI page) {
    long now = System.nanoTime();
    try {
      Thread.sleep(Duration.ofNanos(Math.max(0, next - now)).toMillis());
    } catch (InterruptedException e) {
      return CompletableFuture.failedFuture(e);
    }
    next = Math.max(next, now) + pause.toNanos();
    return crawler.fetch(page);
  }
}
