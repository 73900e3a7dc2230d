package dev.unclog.crawler;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The two crawlers differ in what the checks are about, and not only in what they look like. */
final class CrawlTest {
  private static final Duration ALL_PAGES = Duration.ofMillis(100L * Crawl.PAGES);

  @Test
  void theBlockingOneHoldsTheLoopForEveryPage() throws Exception {
    Crawl crawl = Crawl.run(loop -> new BlockingCrawler());

    assertThat(crawl.mostAtOnce()).isEqualTo(1);
    assertThat(crawl.took()).isAtLeast(ALL_PAGES);
  }

  @Test
  void theCooperativeOneLetsThePagesComeTogether() throws Exception {
    Crawl crawl = Crawl.run(CooperativeCrawler::new);

    assertThat(crawl.mostAtOnce()).isGreaterThan(1);
    assertThat(crawl.loopHeld()).isLessThan(ALL_PAGES.dividedBy(2));
  }
}
