package dev.unclog.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A plug-in: skips the servers that a file names, and looks into it each time, for it may change.
 */
public final class Blocklist implements Predicate<URI> {
  private final Path file = Path.of(System.getProperty("crawler.blocklist", "blocklist.txt"));

  @Override
  public boolean test(URI page) {
    try {
      return Files.exists(file) && Files.readAllLines(file).contains(page.getAuthority());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
