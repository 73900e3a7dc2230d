package dev.unclog.benchmarks;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.maven.MavenModule;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;

/**
 * A published library whose sources are compiled: a POM that has it as its first dependency and, as
 * the others, what its own POM does not tell; and properties, see those that ship.
 *
 * @param coordinates the artifact
 * @param folder where everything about it lies
 * @param sources what is compiled
 * @param leftOut how many of its sources are not
 * @param classPath what they are compiled against
 * @param properties as the POM has them
 */
record Library(
    Coordinates coordinates,
    Path folder,
    List<String> sources,
    int leftOut,
    List<Path> classPath,
    Properties properties) {
  private static final String CONTEXTS = "unclog.contexts";
  private static final String RETURNING = "unclog.contexts.returning";

  /** Fetches a library and unpacks its sources. */
  static Library fetch(Path pom, Maven maven, Path work) throws IOException {
    MavenModule module = maven.module(pom.toAbsolutePath());
    Dependency library = module.model().getDependencies().get(0);
    Coordinates coordinates =
        new Coordinates(library.getGroupId(), library.getArtifactId(), library.getVersion());
    Path folder = Files.createDirectories(work.resolve(library.getArtifactId()));
    List<Path> all =
        unpack(maven.jar(coordinates, "sources").orElseThrow(), folder.resolve("sources"));
    List<String> leftOut = words(module.model().getProperties(), "left-out");
    List<String> sources =
        all.stream()
            .map(Path::toString)
            .filter(file -> leftOut.stream().noneMatch(file::endsWith))
            .toList();
    return new Library(
        coordinates,
        folder,
        sources,
        all.size() - sources.size(),
        maven.dependencies(module, /* withTests= */ false).jars(),
        module.model().getProperties());
  }

  /** What javac is told, however it is run. */
  List<String> options() {
    return List.of(
        "-proc:none",
        "-encoding",
        "UTF-8",
        "-classpath",
        Tools.joined(classPath),
        "-d",
        classes().toString());
  }

  Path classes() {
    return folder.resolve("classes");
  }

  private Path stub() {
    return folder.resolve("contexts.stub");
  }

  /** Marks the methods that return what a framework's cooperative code returns. Once compiled. */
  void markContexts() throws IOException {
    List<String> types = words(properties, RETURNING);
    Files.writeString(stub(), new ContextStub(classes(), classPath, types).text());
  }

  /** The switches that mark the contexts of the framework. */
  List<String> contexts() {
    return List.of(
        "-XepOpt:Unclog:Stubs=" + stub(),
        "-XepOpt:Unclog:Cooperative=" + String.join(";", words(properties, CONTEXTS)));
  }

  /** The packages that NullAway takes for annotated. */
  String nullAwayPackages() {
    return properties.getProperty("nullaway.packages");
  }

  private static List<String> words(Properties properties, String name) {
    return List.of(properties.getProperty(name, "").split("\\s+", -1)).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<Path> unpack(Path archive, Path folder) throws IOException {
    List<Path> unpacked = new ArrayList<>();
    try (FileSystem files = FileSystems.newFileSystem(archive);
        Stream<Path> walk = Files.walk(files.getPath("/"))) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
        Path target = folder.resolve("." + file).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(archive + " has a file outside of itself: " + file);
        }
        Files.createDirectories(target.getParent());
        unpacked.add(Files.copy(file, target, REPLACE_EXISTING));
      }
    }
    return unpacked;
  }
}
