package dev.unclog.crawler;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Does what failed once more, after a while. */
final class Retry {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private Retry() {}

  /** Begins something, and once more if nothing came of it. */
  static <T> CompletableFuture<T> once(Supplier<CompletableFuture<T>> attempt) {
    return attempt
        .get()
        .exceptionallyCompose(
            failure -> {
              try {
                Thread.sleep(PAUSE.toMillis());
              } catch (InterruptedException e) {
                return CompletableFuture.failedFuture(e);
              }
              return attempt.get();
            });
  }
}
