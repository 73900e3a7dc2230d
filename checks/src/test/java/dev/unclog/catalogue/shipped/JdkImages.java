package dev.unclog.catalogue.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JDKs of this machine: the running one, and those that lie beside it or are named. */
final class JdkImages {
  /** Of each feature release, the first one found; the running one before all others. */
  private final Map<Integer, Release> byFeature = new TreeMap<>();

  private JdkImages() {}

  static JdkImages find() {
    JdkImages images = new JdkImages();
    Path running = Path.of(System.getProperty("java.home"));
    images.add(running);
    System.getenv().forEach((name, value) -> images.addNamed(name, value));
    try (Stream<Path> beside = Files.list(running.getParent())) {
      beside.sorted().forEach(images::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return images;
  }

  /** The JDK of a feature release; empty if there is none on this machine. */
  Optional<Release> feature(String release) {
    return Optional.ofNullable(byFeature.get(Integer.valueOf(release)));
  }

  /** The JDK that runs this. */
  Release running() {
    return byFeature.get(Runtime.version().feature());
  }

  private void addNamed(String variable, String value) {
    if (variable.startsWith("JAVA_HOME") || variable.startsWith("JDK")) {
      add(Path.of(value));
    }
  }

  private void add(Path home) {
    try {
      Path description = home.resolve("release");
      if (!Files.isRegularFile(description)
          || !Files.isRegularFile(home.resolve("lib").resolve("jrt-fs.jar"))) {
        return;
      }
      int feature = feature(description);
      if (!byFeature.containsKey(feature)) {
        byFeature.put(
            feature,
            new Release(
                "jdk", String.valueOf(feature), classFiles(home), path -> Optional.empty()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the JDK in " + home, e);
    }
  }

  private static int feature(Path description) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(description)) {
      properties.load(reader);
    }
    return Runtime.Version.parse(properties.getProperty("JAVA_VERSION").replace("\"", ""))
        .feature();
  }

  private static ClassFiles classFiles(Path home) throws IOException {
    FileSystem image =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
    List<Path> modules = new ArrayList<>();
    try (Stream<Path> all = Files.list(image.getPath("/modules"))) {
      all.forEach(modules::add);
    }
    return path -> {
      for (Path module : modules) {
        Path file = module.resolve(path);
        if (Files.exists(file)) {
          return Optional.of(Files.readAllBytes(file));
        }
      }
      return Optional.empty();
    };
  }
}
