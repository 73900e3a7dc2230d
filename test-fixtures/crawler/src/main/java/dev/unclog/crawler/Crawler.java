package dev.unclog.crawler;

import dev.unclog.annotations.Cooperative;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Fetches pages for a crawl. */
interface Crawler {
  /** Makes ready to fetch pages of the server that this one is on. */
  default CompletableFuture<?> prepare(URI page) {
    return CompletableFuture.completedFuture(page);
  }

  /** Fetches a page. Runs on the loop, which all fetches share. */
  @Cooperative
  CompletableFuture<String> fetch(URI page);
}
