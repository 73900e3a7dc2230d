package dev.unclog.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.annotations.Cooperative;
import dev.unclog.cli.javac.RecordingCompiler;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The web crawlers, unpacked into a folder. */
public final class Crawlers {
  private static final String PACKAGE = "dev.unclog.crawler";

  private final Path folder;

  private Crawlers(Path folder) {
    this.folder = folder;
  }

  /**
   * Unpacks them.
   *
   * @param folder where to; what an earlier run left there is deleted
   * @return the crawlers
   * @throws IOException if there is no place for them
   */
  public static Crawlers unpack(Path folder) throws IOException {
    Crawlers crawlers = new Crawlers(folder);
    Folders.clear(folder);
    URI resources = location(Crawlers.class.getResource("crawler"));
    if (resources.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(resources, Map.of())) {
        Folders.copy(jar.provider().getPath(resources), crawlers.sources());
      }
    } else {
      Folders.copy(Path.of(resources), crawlers.sources());
    }
    return crawlers;
  }

  /**
   * Where they are, with all that comes of them.
   *
   * @return the folder
   */
  public Path folder() {
    return folder;
  }

  /**
   * Where the sources are.
   *
   * @return the root of their packages
   */
  public Path sources() {
    return folder.resolve("sources");
  }

  /**
   * What the sources are compiled against: the annotations, wherever this program has them from.
   *
   * @return a jar or a folder
   */
  public Path classPath() {
    return Path.of(location(Cooperative.class.getProtectionDomain().getCodeSource().getLocation()));
  }

  /**
   * Compiles the sources, and leaves what was found beside the class files.
   *
   * @throws IOException if they cannot be read
   */
  public void compile() throws IOException {
    try (Stream<Path> files = Files.walk(sources())) {
      RecordingCompiler.compile(
          files.filter(name -> name.toString().endsWith(".java")).sorted().toList(),
          classPath().toString(),
          Files.createDirectories(classes()),
          List.of());
    }
  }

  /**
   * Runs one of them.
   *
   * @param crawler its simple class name
   * @return what it printed
   * @throws IOException if it failed
   * @throws InterruptedException if nobody waits for it any more
   */
  public String run(String crawler) throws IOException, InterruptedException {
    return java(crawler, List.of());
  }

  /**
   * Runs one of them while the probe watches.
   *
   * @param crawler its simple class name
   * @return what it printed
   * @throws IOException if it failed
   * @throws InterruptedException if nobody waits for it any more
   */
  public String runWatched(String crawler) throws IOException, InterruptedException {
    Path probe = Folders.probe(folder);
    return java(
        crawler,
        List.of("-javaagent:" + probe + "=hubs=loop,report=" + folder.resolve("probe.jsonl")));
  }

  private Path classes() {
    return folder.resolve(Path.of("target", "classes"));
  }

  private String java(String crawler, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classes().toString(), PACKAGE + "." + crawler));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(crawler + " failed: " + printed);
    }
    return printed;
  }

  private static URI location(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
