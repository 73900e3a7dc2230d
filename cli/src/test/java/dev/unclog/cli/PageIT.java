package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser. Who has no Chromium skips this.
 *
 * <p>A script that is put behind the page does what a reader would, and leaves what it saw in the
 * title.
 */
final class PageIT {
  private static final int MANY = 5_000;
  private static final int PATIENCE_SECONDS = 120;
  private static final String[] KINDS = {"file", "network", "wait"};

  @TempDir Path folder;
  private Path chromium;

  @BeforeEach
  void findBrowser() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .flatMap(
                place ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "there is no Chromium here");
    chromium = found.get();
  }

  /** Findings of three kinds in turn, of which every tenth blocked. */
  private Path page(int findings) throws Exception {
    List<Object> results = new ArrayList<>();
    List<Object> lines = new ArrayList<>();
    lines.add(Map.of("type", "start", "time", "2026-01-01T00:00:00Z", "jvm", "1@a"));
    lines.add(Map.of("type", "lag", "hub", "loop", "p50", 0.1, "p99", 2, "max", 9, "jvm", "1@a"));
    for (int i = 0; i < findings; i++) {
      String kind = KINDS[i % KINDS.length];
      String type = "acme.Store" + i;
      results.add(
          Map.of(
              "ruleId",
              "BlockingCall",
              "level",
              "error",
              "message",
              Map.of("text", "<img src=x onerror=\"document.title='ran'\"> " + type + " blocks"),
              "partialFingerprints",
              Map.of("unclog/v1", "f" + i),
              "properties",
              Map.of("kind", kind, "root", type + "#on()", "sink", "", "unclog", Map.of())));
      if (i % 10 == 0) {
        lines.add(
            Map.of(
                "type",
                "observation",
                "time",
                "2026-01-01T00:00:01Z",
                "hub",
                "loop",
                "kind",
                kind,
                "operation",
                "sleep",
                "millis",
                10 + i % 100,
                "stack",
                List.of("java.lang.Thread.sleep(Thread.java:1)", type + ".on(Store.java:1)"),
                "findings",
                List.of("f" + i),
                "jvm",
                "1@a"));
      }
    }
    ObjectMapper json = new ObjectMapper();
    StringBuilder report = new StringBuilder();
    for (Object line : lines) {
      report.append(json.writeValueAsString(line)).append('\n');
    }
    Map<String, Object> run =
        Map.of(
            "tool",
            Map.of("driver", Map.of("name", "Unclog")),
            "results",
            results,
            "properties",
            Map.of("unclogFormat", 1));
    Path seen = Subjects.write(folder.resolve("probe.jsonl"), report.toString());
    Path found =
        Subjects.write(
            folder.resolve("f.sarif"), json.writeValueAsString(Map.of("runs", List.of(run))));
    Path page = folder.resolve("page.html");
    Unclog unclog =
        Unclog.run(
            "report",
            "--findings",
            found,
            "--observations",
            seen,
            "--format",
            "html",
            "--output",
            page);
    assertWithMessage(unclog.err()).that(unclog.status()).isEqualTo(0);
    return page;
  }

  /** What a script saw that ran in the page when it had been built. */
  private JsonNode saw(Path page, String script) throws Exception {
    String errors =
        "<script>window.errors=[];window.addEventListener('error',e=>errors.push(e.message));"
            + "document.addEventListener('securitypolicyviolation',e=>errors.push(e.blockedURI));"
            + "</script>";
    String watched =
        Files.readString(page)
            .replace("<title>", errors + "<title>")
            .replace(
                "</body>",
                "<script>(async()=>{document.title='SAW'+JSON.stringify(await(async()=>{"
                    + script
                    + "})())})()</script></body>");
    Path file = Files.writeString(folder.resolve("watched.html"), watched);
    Path out = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                chromium.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=20000",
                "--dump-dom",
                file.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new AssertionError("the browser does not end");
    }
    Matcher title =
        Pattern.compile("<title>SAW(.*?)</title>", Pattern.DOTALL).matcher(Files.readString(out));
    assertThat(title.find()).isTrue();
    return new ObjectMapper()
        .readTree(title.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }

  @Test
  void fiveThousandFindingsAreShownAndFilteredWithoutAWait() throws Exception {
    JsonNode saw =
        saw(
            page(MANY),
            """
            const list = document.getElementById('list');
            const count = document.getElementById('count');
            const before = count.textContent;
            const start = performance.now();
            const choose = (id, value) => {
              document.getElementById(id).value = value;
              document.getElementById(id).dispatchEvent(new Event('change'));
            };
            choose('verdict', 'confirmed');
            choose('kind', 'file');
            const millis = performance.now() - start;
            const shown = [...list.children].filter(row => !row.hidden);
            const details = shown[0].querySelector('details');
            details.open = true;
            await new Promise(done => setTimeout(done, 100));
            return {
              before, after: count.textContent, rows: list.children.length, shown: shown.length,
              millis, body: details.querySelector('.body').textContent,
              images: document.images.length,
              blocks: document.querySelectorAll('#hubs rect').length,
              flames: document.querySelectorAll('#flame rect').length,
              loaded: performance.getEntriesByType('resource').length,
              errors
            };
            """);

    assertThat(saw.get("errors")).isEmpty();
    assertThat(saw.get("loaded").asInt()).isEqualTo(0);
    assertThat(saw.get("images").asInt()).isEqualTo(0);
    assertThat(saw.get("before").asText()).isEqualTo("5000 of 5000 shown");
    assertThat(saw.get("rows").asInt()).isEqualTo(MANY);
    // Of every tenth finding, every third is of that kind.
    assertThat(saw.get("after").asText()).isEqualTo("167 of 5000 shown");
    assertThat(saw.get("shown").asInt()).isEqualTo(167);
    assertThat(saw.get("millis").asDouble()).isLessThan(1_000.0);
    assertThat(saw.get("body").asText()).contains("blocked a hub once: sleep (file)");
    assertThat(saw.get("body").asText()).contains("java.lang.Thread.sleep(Thread.java:1)");
    assertThat(saw.get("blocks").asInt()).isEqualTo(MANY / 10);
    assertThat(saw.get("flames").asInt()).isGreaterThan(1);
  }

  @Test
  void anAccessibilityCheckerFindsNothingSerious() throws Exception {
    String script =
        axe()
            + """
            ;document.querySelectorAll('details').forEach(each => { each.open = true; });
            await new Promise(done => setTimeout(done, 100));
            const found = await axe.run(document);
            return {
              passes: found.passes.length,
              violations: found.violations.map(each => each.impact + ' ' + each.id + ' '
                + each.nodes.slice(0, 2).map(node => node.html.slice(0, 150)).join(' ')),
              errors
            };
            """;
    JsonNode saw = saw(page(20), script);

    assertThat(saw.get("errors")).isEmpty();
    assertThat(saw.get("passes").asInt()).isGreaterThan(10);
    assertThat(saw.get("violations")).isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream in = PageIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("</script", "<\\/script");
    }
  }
}
