package dev.unclog.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;

/** Keeps in one file what was fetched. */
final class Archive {
  private final Path file;

  Archive(Path file) {
    this.file = file;
  }

  /** Writes a page down when it comes, on the thread that it comes on. */
  CompletableFuture<String> keep(CompletableFuture<String> page) {
    return page.thenApply(
        text -> {
          write(text);
          return text;
        });
  }

  private void write(String text) {
    try {
      Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
