package dev.unclog.crawler;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The cooperative crawler some years later: it spares servers, tries again, and keeps pages. */
public final class PoliteCrawler implements Crawler {
  private static final String PLUG_IN = "dev.unclog.crawler.Blocklist";

  private final HttpClient http = HttpClient.newHttpClient();
  private final RobotsCache robots = new RobotsCache(http);
  private final Crawler limited = new RateLimit(Duration.ofMillis(20), this::download);
  private final Predicate<URI> skipped;
  private final Archive archive;

  PoliteCrawler(Path pages) {
    archive = new Archive(pages);
    skipped = plugIn(System.getProperty("crawler.skip", PLUG_IN));
  }

  @Override
  public CompletableFuture<?> prepare(URI page) {
    return robots.load(page);
  }

  @Override
  public CompletableFuture<String> fetch(URI page) {
    if (!robots.allows(page)) {
      return CompletableFuture.completedFuture("");
    }
    if (skipped.test(page)) {
      return CompletableFuture.completedFuture("");
    }
    return archive.keep(Retry.once(() -> limited.fetch(page)));
  }

  private CompletableFuture<String> download(URI page) {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return http.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  @SuppressWarnings("unchecked") // Whoever names a plug-in says that it is one.
  private static Predicate<URI> plugIn(String name) {
    try {
      return (Predicate<URI>) Class.forName(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no plug-in of that name: " + name, e);
    }
  }

  /**
   * Crawls, and says how long it took.
   *
   * @param args none
   * @throws Exception if a page does not arrive
   */
  public static void main(String[] args) throws Exception {
    Path pages = Files.createTempFile("pages-", ".txt");
    try {
      System.out.println(Crawl.run(loop -> new PoliteCrawler(pages)));
    } finally {
      Files.delete(pages);
    }
  }
}
