package dev.unclog.crawler;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Asks for each page and lets go of the loop; the answer comes back to it as a task of its own. */
public final class CooperativeCrawler implements Crawler {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Loop loop;

  CooperativeCrawler(Loop loop) {
    this.loop = loop;
  }

  @Override
  public CompletableFuture<String> fetch(URI page) {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenApplyAsync(HttpResponse::body, loop);
  }

  /**
   * Crawls, and says how long it took.
   *
   * @param args none
   * @throws Exception if a page does not arrive
   */
  public static void main(String[] args) throws Exception {
    System.out.println(Crawl.run(CooperativeCrawler::new));
  }
}
