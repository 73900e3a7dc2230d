package dev.unclog.crawler;

import dev.unclog.annotations.Cooperative;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Fetches pages for a crawl. */
interface Crawler {
  /** Fetches a page. Runs on the loop, which all fetches share. */
  @Cooperative
  CompletableFuture<String> fetch(URI page);
}
