package dev.unclog.crawler;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What servers do not want to be fetched: their {@code robots.txt}, asked for once each. */
final class RobotsCache {
  private static final String DISALLOW = "Disallow:";

  private final Map<String, CompletableFuture<List<String>>> rules = new ConcurrentHashMap<>();
  private final HttpClient http;

  RobotsCache(HttpClient http) {
    this.http = http;
  }

  /** Asks the server of a page, unless that was done before. */
  CompletableFuture<List<String>> load(URI page) {
    return rules.computeIfAbsent(
        page.getAuthority(),
        server ->
            http.sendAsync(
                    HttpRequest.newBuilder(page.resolve("/robots.txt")).build(),
                    BodyHandlers.ofLines())
                .thenApply(RobotsCache::disallowed));
  }

  /** Whether a page may be fetched. By then the rules were loaded, so it does not wait. */
  boolean allows(URI page) {
    return rules.get(page.getAuthority()).join().stream().noneMatch(page.getPath()::startsWith);
  }

  private static List<String> disallowed(HttpResponse<Stream<String>> response) {
    return response
        .body()
        .filter(line -> line.startsWith(DISALLOW))
        .map(line -> line.substring(DISALLOW.length()).strip())
        .filter(path -> !path.isEmpty())
        .toList();
  }
}
