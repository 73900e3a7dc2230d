package dev.unclog.consumer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show is what happens. */
final class PagesIT {
  @TempDir private static Path demoFolder;
  private static Ran demo;

  @TempDir private Path folder;

  @BeforeAll
  static void runTheDemo() throws Exception {
    // The application is left to the demo itself, which says whether all came out as expected.
    demo = Unclog.in(demoFolder, "demo", "crawlers", "library");
    assertWithMessage(demo.output()).that(demo.status()).isEqualTo(0);
  }

  @Test
  void theCrawlersOfTheDemoShowEveryVerdict() throws Exception {
    for (String verdict :
        List.of(
            "confirmed: 2\n  dev/unclog/crawler/BlockingCrawler\\.java:\\d+:\\d+  FAILS BlockingCall: HttpClient\\.send",
            "suppressed: @AllowBlocking: never slow: .*\n      blocked a hub \\d+ times: sleep ",
            "unpredicted: 1\n  dev\\.unclog\\.crawler\\.Blocklist\\.test",
            "reached, did not block: 1\n  dev/unclog/crawler/PoliteCrawler\\.java.* RobotsCache\\.allows",
            "reached off the hub: 1\n  dev/unclog/crawler/Archive\\.java",
            "not reached: 1\n  dev/unclog/crawler/Retry\\.java",
            "not watched +0\n")) {
      assertThat(demo.output()).containsMatch(verdict);
    }

    String page = Files.readString(demoFolder.resolve("target/unclog-demo/crawler.html"));
    assertThat(page).contains("Blocklist");
    assertThat(page).contains("never slow: who wants a page has waited for the one before");
  }

  @Test
  void theDemoPrintsWhatTheReadmeShows() throws Exception {
    String printed = withoutMeasurements(demo.output());
    // Who has no network sees the first half, as the demo itself says.
    boolean whole = !printed.contains("The library could not be had");
    String shown = withoutMeasurements(Built.readme("text", "Ten tasks share one event loop."));
    for (String line :
        shown.substring(0, whole ? shown.length() : shown.indexOf('$')).split("\n", -1)) {
      if (!line.equals("…")) {
        assertThat(printed).contains(line);
      }
    }
  }

  @Test
  void theStubOfThePageIsReadAsThePageSays() throws Exception {
    Path stub = folder.resolve("acme.stub");
    Files.writeString(stub, Built.block("docs/stubs.md", "java", "@Library"));

    for (String member : List.of("get", "put", "scanAll", "metrics", "watch", "inBackground")) {
      Ran explain =
          Unclog.in(
              folder, "explain", "--stubs", stub.toString(), "com.acme.client.Client#" + member);

      assertThat(explain.output()).contains("Acme client");
      assertThat(explain.status()).isEqualTo(0);
    }
  }

  @Test
  void everyWordOfStubsHasItsLine() throws Exception {
    Path words = Built.root().resolve("annotations/src/main/java/dev/unclog/annotations/stub");
    String page = Files.readString(Built.root().resolve("docs/stubs.md"));

    try (Stream<Path> files = Files.list(words)) {
      for (Path file : files.toList()) {
        if (Files.readString(file).contains("public @interface ")) {
          String word = file.getFileName().toString().replace(".java", "");
          assertThat(page).contains("`@" + word + "`");
        }
      }
    }
  }

  private static String withoutMeasurements(String text) {
    return text.replaceAll("\\d+ (ms|times|at a time)", "… $1")
        .replaceAll("page: .*/target/", "page: …/target/");
  }
}
