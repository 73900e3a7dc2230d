package dev.unclog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Things to lint. */
final class Subjects {
  /** Sleeps, in a method that is not marked. */
  static final String SLEEPER =
      """
      package acme;

      class Sleeper {
        void onMessage() throws Exception {
          Thread.sleep(100);
        }
      }
      """;

  /** Sleeps, in a method that must not, and says why that is all right. */
  static final String ALLOWED =
      """
      package acme;

      import dev.unclog.annotations.AllowBlocking;
      import dev.unclog.annotations.Cooperative;

      class Allowed {
        @Cooperative
        @AllowBlocking(reason = "only at start")
        void onMessage() throws Exception {
          Thread.sleep(100);
        }
      }
      """;

  private Subjects() {}

  /** Writes a file, and the folders above it. */
  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles sources into a folder of class files, for every JDK that the tests run. */
  static Path compile(Path classes, Path... sources) {
    try {
      Files.createDirectories(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> args =
        new java.util.ArrayList<>(
            List.of("-d", classes.toString(), "-proc:none", "--release", "17"));
    for (Path source : sources) {
      args.add(source.toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, args.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalArgumentException("does not compile: " + args);
    }
    return classes;
  }

  /** Writes an archive with entries of any name, bad ones too. */
  static Path zip(Path archive, Map<String, byte[]> entries) {
    try {
      Files.createDirectories(archive.getParent());
      try (OutputStream out = Files.newOutputStream(archive);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
        }
      }
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the annotations are, for sources that use them. */
  static Path annotations() {
    try {
      return Path.of(
          dev.unclog.annotations.Cooperative.class
              .getProtectionDomain()
              .getCodeSource()
              .getLocation()
              .toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
