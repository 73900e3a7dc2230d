package dev.unclog.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser. Who has no Chromium skips this, and is told so. */
final class PageIT {
  private static final int MANY = 5_000;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String[] KINDS = {"file", "network", "wait"};

  private static Browser browser;

  @TempDir Path folder;

  @BeforeAll
  static void startBrowser() throws Exception {
    Optional<Path> found = Browser.installed();
    if (found.isEmpty()) {
      System.err.println(
          "PageIT is skipped: there is no chromium and no google-chrome on the path.");
    }
    assumeTrue(found.isPresent(), "there is no Chromium here");
    // Not a temporary folder of JUnit's: a browser that still writes when that is deleted, a
    // daemon of its own perhaps, would fail the tests.
    Path profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chromium");
    browser = Browser.start(found.get(), profile);
  }

  @AfterAll
  static void closeBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  /** Findings of three kinds in turn, of which every tenth blocked. */
  private Path page(int findings) throws Exception {
    List<Object> results = new ArrayList<>();
    List<Object> lines = new ArrayList<>();
    lines.add(Map.of("type", "start", "time", START.toString(), "jvm", "1@a"));
    lines.add(Map.of("type", "lag", "hub", "loop", "p50", 0.1, "p99", 2, "max", 9, "jvm", "1@a"));
    String second = START.plusSeconds(2).toString();
    lines.add(Map.of("type", "lagging", "hub", "loop", "time", second, "max", 90, "jvm", "1@a"));
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
              Map.of(
                  "text",
                  "<img src=x onerror=\"document.title='ran'\"> "
                      + type
                      + " blocks\n    calls acme.Disk.write(), at Disk.java:7\n    cooperative: on is marked"),
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
                START.plusMillis(i * 20L).toString(),
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

  /** Opens a page; nothing leaves it, and nothing goes wrong in it, or the test fails. */
  private JsonNode saw(Path page, String theme, String script) throws Exception {
    browser.open(page, theme);
    JsonNode saw = browser.run(script);
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests().stream().filter(url -> !url.startsWith("data:")))
        .containsExactly(page.toUri().toString());
    return saw;
  }

  @Test
  void fiveThousandFindingsAreShownAndFilteredWithoutAWait() throws Exception {
    JsonNode saw =
        saw(
            page(MANY),
            "light",
            """
            const list = document.getElementById('list');
            const count = document.getElementById('count');
            const before = count.textContent;
            const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            const choose = (id, value) => {
              document.getElementById(id).value = value;
              document.getElementById(id).dispatchEvent(new Event('change'));
            };
            const type = value => {
              document.getElementById('words').value = value;
              document.getElementById('words').dispatchEvent(new Event('input'));
            };
            const rows = list.children.length;
            document.getElementById('more').click();
            const more = list.children.length + ' ' + count.textContent;
            const navigation = performance.getEntriesByType('navigation')[0];
            const times = [];
            for (let i = 0; i < 5; i++) {
              choose('kind', '');
              type('');
              await drawn();
              const start = performance.now();
              choose('verdict', 'confirmed');
              choose('kind', 'file');
              type('store');
              await drawn();
              times.push(performance.now() - start);
            }
            const shown = list.children.length;
            const details = list.children[0].querySelector('details');
            details.querySelector('summary').click();
            await drawn();
            const body = details.querySelector('.body');
            return {
              before, after: count.textContent, rows, more, shown,
              built: navigation.loadEventEnd - navigation.responseEnd, millis: Math.min(...times),
              seen: body.getBoundingClientRect().height, body: body.textContent,
              images: document.images.length, title: document.title,
              timeline: document.querySelector('#hubs svg').getAttribute('aria-label'),
              width: document.querySelector('#hubs svg').getBoundingClientRect().width,
              blocks: document.querySelectorAll('#hubs rect.block').length,
              lagging: document.querySelectorAll('#hubs rect.lag').length,
              flames: document.querySelectorAll('#flame rect').length
            };
            """);

    assertThat(saw.get("images").asInt()).isEqualTo(0);
    assertThat(saw.get("title").asText()).startsWith("Unclog");
    assertThat(saw.get("before").asText()).isEqualTo("5000 of 5000, the first 200 of them shown");
    assertThat(saw.get("rows").asInt()).isEqualTo(200);
    assertThat(saw.get("more").asText()).isEqualTo("400 5000 of 5000, the first 400 of them shown");
    // Of every tenth finding, every third is of that kind.
    assertThat(saw.get("after").asText()).isEqualTo("167 of 5000 shown");
    assertThat(saw.get("shown").asInt()).isEqualTo(167);
    // Real time, on machines that may be busy.
    assertThat(saw.get("built").asDouble()).isLessThan(3_000.0);
    assertThat(saw.get("millis").asDouble()).isLessThan(300.0);
    assertThat(saw.get("seen").asDouble()).isGreaterThan(100.0);
    assertThat(saw.get("body").asText()).contains("blocked a hub once: sleep (file)");
    assertThat(saw.get("body").asText()).contains("calls acme.Disk.write(), at Disk.java:7");
    assertThat(saw.get("body").asText()).contains("java.lang.Thread.sleep(Thread.java:1)");
    assertThat(saw.get("timeline").asText())
        .isEqualTo(
            "loop: blocked 500 times, 27.5 s of 99.9 s;"
                + " below, how late its work began, second by second: 90 ms at most");
    assertThat(saw.get("width").asDouble()).isGreaterThan(500.0);
    assertThat(saw.get("blocks").asInt()).isEqualTo(MANY / 10);
    assertThat(saw.get("lagging").asInt()).isEqualTo(1);
    assertThat(saw.get("flames").asInt()).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void anAccessibilityCheckerFindsNothingSerious(String theme) throws Exception {
    String script =
        axe()
            + """
            ;document.querySelectorAll('details').forEach(each => { each.open = true; });
            await new Promise(done => setTimeout(done, 100));
            const found = await axe.run(document);
            return {
              passes: found.passes.length,
              ground: getComputedStyle(document.body).backgroundColor,
              violations: found.violations.map(each => each.impact + ' ' + each.id + ' '
                + each.nodes.slice(0, 2).map(node => node.html.slice(0, 150)).join(' '))
            };
            """;
    JsonNode saw = saw(page(20), theme, script);

    assertThat(saw.get("passes").asInt()).isGreaterThan(10);
    assertThat(saw.get("ground").asText())
        .isEqualTo(theme.equals("light") ? "rgb(255, 255, 255)" : "rgb(20, 23, 27)");
    assertThat(saw.get("violations")).isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream in = PageIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
