package dev.unclog.crawler;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What came of a crawl.
 *
 * @param took from the first task to the last page
 * @param loopHeld how long of this the loop could do nothing else
 * @param mostAtOnce how many pages were on their way at one time, at most
 */
record Crawl(Duration took, Duration loopHeld, int mostAtOnce) {
  static final int PAGES = 10;
  private static final int TIMEOUT_SECONDS = 30;

  /** Lets a crawler fetch ten pages, each in a task of its own on one loop. */
  @SuppressWarnings("FutureReturnValueIgnored") // A page that fails is missed at the end.
  static Crawl run(Function<Loop, Crawler> made) throws Exception {
    try (SlowServer server = new SlowServer();
        Loop loop = new Loop()) {
      Crawler crawler = made.apply(loop);
      crawler.prepare(server.page(PAGES)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      // The first page of all takes longer, since the client is only just being loaded.
      crawler.fetch(server.page(PAGES)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);

      CountDownLatch missing = new CountDownLatch(PAGES);
      long start = System.nanoTime();
      for (int number = 0; number < PAGES; number++) {
        URI page = server.page(number);
        loop.execute(() -> crawler.fetch(page).thenRun(missing::countDown));
      }
      if (!missing.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new TimeoutException(missing.getCount() + " pages did not arrive");
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new Crawl(took, loop.held(), server.mostAtOnce());
    }
  }

  @Override
  public String toString() {
    return "%d pages, %d at a time, in %d ms; tasks held the loop for %d ms"
        .formatted(PAGES, mostAtOnce, took.toMillis(), loopHeld.toMillis());
  }
}
