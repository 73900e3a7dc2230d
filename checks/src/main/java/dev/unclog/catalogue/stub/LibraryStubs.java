package dev.unclog.catalogue.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the stubs that libraries carry in their jars, under one name so that one look is enough.
 */
public final class LibraryStubs {
  /** Where a library keeps its stubs: one file, of as many packages as it likes. */
  public static final String RESOURCE = "META-INF/unclog.stub";

  private LibraryStubs() {}

  /**
   * Looks into jars and folders.
   *
   * @param classPath what is there of it; missing parts are passed over, as javac does
   * @param problems takes what is there and cannot be read
   * @return the stubs' texts in the order of the class path, each called by its jar and name
   */
  public static List<StubText> on(
      Iterable<? extends Path> classPath, Consumer<StubProblem> problems) {
    List<StubText> texts = new ArrayList<>();
    for (Path part : classPath) {
      String name = part.getFileName() + "!/" + RESOURCE;
      try {
        if (Files.isDirectory(part)) {
          Path file = part.resolve(RESOURCE);
          if (Files.isRegularFile(file)) {
            texts.add(new StubText(name, Files.readString(file)));
          }
        } else if (Files.isRegularFile(part)) {
          inJar(part, name, texts);
        }
      } catch (IOException e) {
        problems.accept(new StubProblem(name, 0, "this cannot be read: " + e.getMessage()));
      }
    }
    return texts;
  }

  private static void inJar(Path jar, String name, List<StubText> texts) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(RESOURCE);
      if (entry != null) {
        try (InputStream stream = zip.getInputStream(entry)) {
          texts.add(new StubText(name, new String(stream.readAllBytes(), UTF_8)));
        }
      }
    }
  }
}
