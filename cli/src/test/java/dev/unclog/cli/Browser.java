package dev.unclog.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A Chromium with one page, driven by its DevTools protocol: in real time, and it tells of each
 * request and each line on the console.
 */
final class Browser implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private WebSocket socket;
  private String session = "";

  private Browser(Process process) {
    this.process = process;
  }

  /** Where it is, if anywhere on the path. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(
            place ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one with an empty page and a profile of its own. */
  static Browser start(Path chromium, Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--window-size=1200,1000",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Browser browser = new Browser(process);
    try {
      browser.connect(profile.resolve("DevToolsActivePort"));
      return browser;
    } catch (Exception | Error e) {
      browser.close();
      throw e;
    }
  }

  private void connect(Path port) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<String> address = List.of();
    while (address.size() < 2) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("the browser does not start");
      }
      Thread.sleep(20);
      address = Files.exists(port) ? Files.readAllLines(port) : List.of();
    }
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:" + address.get(0) + address.get(1)), new Reader())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    // The page that it began with: another would lie behind, and not be drawn.
    String target = "";
    while (target.isEmpty()) {
      for (JsonNode each : ask("Target.getTargets", Map.of()).get("targetInfos")) {
        if (each.get("type").asText().equals("page")) {
          target = each.get("targetId").asText();
        }
      }
    }
    session =
        ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      ask(domain + ".enable", Map.of());
    }
  }

  /** Opens a page in a theme and waits until it is built; what happened before is forgotten. */
  void open(Path page, String theme) throws Exception {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", theme);
    ask("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    events.clear();
    loaded = new CompletableFuture<>();
    ask("Page.navigate", Map.of("url", page.toUri().toString()));
    loaded.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What the body of an asynchronous function returns that runs in the page. */
  JsonNode run(String body) throws Exception {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of(
                "expression",
                "(async () => {" + body + "})()",
                "awaitPromise",
                true,
                "returnByValue",
                true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.get("exceptionDetails").toPrettyString());
    }
    return answer.get("result").path("value");
  }

  /** The addresses that were asked for since the page was opened, its own among them. */
  List<String> requests() {
    return events("Network.requestWillBeSent")
        .map(event -> event.at("/request/url").asText())
        .toList();
  }

  /** Whatever went to the console: by the page, by an error that nobody caught, by the browser. */
  List<String> console() {
    return events("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        .map(JsonNode::toString)
        .toList();
  }

  private Stream<JsonNode> events(String... methods) {
    return events.stream()
        .filter(event -> List.of(methods).contains(event.get("method").asText()))
        .map(event -> event.get("params"));
  }

  private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    awaited.put(id, answer);
    Map<String, Object> message =
        session.isEmpty()
            ? Map.of("id", id, "method", method, "params", parameters)
            : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
    socket.sendText(JSON.writeValueAsString(message), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonNode got = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (got.has("error")) {
      throw new AssertionError(method + ": " + got.get("error"));
    }
    return got.get("result");
  }

  /** Ends the browser with its helper processes, which outlive it for a moment and still write. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    process.destroy();
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(late -> null)
        .join();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** Sorts what the browser says into answers and events. */
  private final class Reader implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      text.append(part);
      if (isLast) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void take(String whole) {
      JsonNode message;
      try {
        message = JSON.readTree(whole);
      } catch (IOException e) {
        throw new IllegalStateException("not the protocol: " + whole, e);
      }
      if (message.has("id")) {
        awaited.remove(message.get("id").asInt()).complete(message);
      } else {
        events.add(message);
        if (message.get("method").asText().equals("Page.loadEventFired")) {
          loaded.complete(null);
        }
      }
    }
  }
}
