package dev.unclog.crawler;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Waits for each page on the loop, so that no other fetch can even begin. */
public final class BlockingCrawler implements Crawler {
  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public CompletableFuture<String> fetch(URI page) {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    try {
      return CompletableFuture.completedFuture(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Crawls, and says how long it took.
   *
   * @param args none
   * @throws Exception if a page does not arrive
   */
  public static void main(String[] args) throws Exception {
    System.out.println(Crawl.run(loop -> new BlockingCrawler()));
  }
}
