package dev.unclog.probe;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs of this machine that the jar is tried on. */
final class Jdks {
  /** Set where the whole build is repeated on the other JDKs: each then tries itself alone. */
  private static final boolean IS_REPEATED = "own".equals(System.getenv("UNCLOG_TEST_JDKS"));

  private Jdks() {}

  /** The running one, and one of each other feature release that lies beside it. */
  static List<Path> all() {
    Path own = Path.of(System.getProperty("java.home"));
    if (IS_REPEATED) {
      return List.of(own);
    }
    TreeMap<Integer, Path> found = new TreeMap<>();
    found.put(Runtime.version().feature(), own);
    try (Stream<Path> siblings = Files.list(own.getParent())) {
      for (Path home : siblings.sorted().toList()) {
        if (Files.isExecutable(home.resolve("bin/javac"))
            && Files.isReadable(home.resolve("release"))) {
          int feature = feature(home);
          if (feature >= 17) {
            found.putIfAbsent(feature, home);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found.values());
  }

  /** A JDK's feature release. */
  static int feature(Path home) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
