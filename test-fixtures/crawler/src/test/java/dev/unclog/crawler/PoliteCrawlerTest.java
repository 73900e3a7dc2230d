package dev.unclog.crawler;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The polite one is a program that works, whatever is to be found in it. */
final class PoliteCrawlerTest {
  @TempDir Path folder;

  @Test
  void aPageIsFetchedAndKept() throws Exception {
    assertThat(fetch("news")).isEqualTo("Page /news");
    assertThat(Files.readString(pages())).isEqualTo("Page /news\n");
  }

  @Test
  void whatTheServerDoesNotWantIsNotFetched() throws Exception {
    assertThat(fetch("private/diary")).isEmpty();
    assertThat(Files.exists(pages())).isFalse();
  }

  @Test
  void whatFailsIsTriedOnceMore() {
    AtomicInteger attempts = new AtomicInteger();

    String page =
        Retry.once(
                () ->
                    attempts.incrementAndGet() == 1
                        ? CompletableFuture.<String>failedFuture(new IOException("lost"))
                        : CompletableFuture.completedFuture("page"))
            .join();

    assertThat(page).isEqualTo("page");
    assertThat(attempts.get()).isEqualTo(2);
  }

  private Path pages() {
    return folder.resolve("pages.txt");
  }

  private String fetch(String page) throws Exception {
    try (SlowServer server = new SlowServer()) {
      PoliteCrawler crawler = new PoliteCrawler(pages());
      crawler.prepare(server.page(page)).join();
      return crawler.fetch(server.page(page)).join();
    }
  }
}
