package dev.unclog.cli.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.cli.maven.ClassPath;
import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.problem.CannotRunException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A published artifact: its sources, compiled against its own class files, for those sources that
 * do not compile by themselves, and against its dependencies.
 */
public final class ArtifactTarget {
  private ArtifactTarget() {}

  /**
   * Resolves an artifact.
   *
   * @param coordinates its coordinates
   * @param maven where it is found
   * @param more what else its sources are compiled against
   * @param lombok for sources that need it
   * @return the target; its sources stay in their archive, to be closed with the target
   * @throws CannotRunException if there is no such artifact, or none with sources
   */
  public static Target of(Coordinates coordinates, Maven maven, List<Path> more, Lombok lombok) {
    Optional<Path> binary = maven.jar(coordinates, "");
    Path archive =
        maven
            .jar(coordinates, "sources")
            .orElseThrow(() -> missing(coordinates, binary.isPresent(), maven.isOffline()));
    ClassPath dependencies = maven.dependencies(coordinates, false);
    List<Path> classPath = new ArrayList<>();
    binary.ifPresent(classPath::add);
    classPath.addAll(dependencies.jars());
    classPath.addAll(more);

    Lombok.Processors processors = lombok.processors(classPath);
    List<String> missing = new ArrayList<>(dependencies.missing());
    missing.addAll(processors.missing());

    FileSystem files = open(archive);
    Path root = files.getPath("/");
    List<Path> sources = SourceFiles.beneath(root, true);
    if (sources.isEmpty()) {
      throw new CannotRunException("no Java sources in " + archive);
    }
    return new Target(
        coordinates.toString(),
        new Base(root, Optional.empty(), "the sources jar of " + coordinates),
        List.of(new Unit(sources, List.of(), classPath, processors.jars(), UTF_8)),
        missing,
        List.of(files));
  }

  private static CannotRunException missing(
      Coordinates coordinates, boolean withoutSources, boolean offline) {
    return new CannotRunException(
        (withoutSources
                ? "there is no -sources jar of " + coordinates
                : "there is no " + coordinates + " in the repositories that Maven uses here")
            + (offline ? "; Maven's settings say to work offline" : ""));
  }

  private static FileSystem open(Path archive) {
    try {
      return FileSystems.newFileSystem(archive);
    } catch (IOException e) {
      throw new CannotRunException("cannot read " + archive + ": " + e.getMessage(), e);
    }
  }
}
