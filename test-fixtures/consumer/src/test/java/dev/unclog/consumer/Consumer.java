package dev.unclog.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sources of a user who has code that must not block. */
enum Consumer {
  /** Sleeps where it must not. */
  BLOCKING(""),
  /** Does so and says why it does not matter. */
  ALLOWED("@AllowBlocking(reason = \"one millisecond, once a day\")");

  private final String mark;

  Consumer(String mark) {
    this.mark = mark;
  }

  /** Writes the sources into {@code src/main/java} of a folder. */
  Consumer into(Path folder) throws IOException {
    Path file = folder.resolve("src/main/java/com/acme/Session.java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package com.acme;

        import dev.unclog.annotations.AllowBlocking;
        import dev.unclog.annotations.Cooperative;

        final class Session {
          @Cooperative
          %s
          void onMessage(String message) throws InterruptedException {
            Thread.sleep(1);
          }
        }
        """
            .formatted(mark));
    return this;
  }
}
