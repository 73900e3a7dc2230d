package dev.unclog.cli;

import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.cli.target.ArtifactTarget;
import dev.unclog.cli.target.FolderTarget;
import dev.unclog.cli.target.Lombok;
import dev.unclog.cli.target.ProjectTarget;
import dev.unclog.cli.target.Target;
import dev.unclog.cli.terminal.Progress;
import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells what a word of the command line means. */
final class Targets implements Closeable {
  private final List<Path> classPath;
  private final boolean withTests;
  private final Progress progress;
  private final Lombok lombok = new Lombok(this::maven);
  private Maven maven;

  Targets(List<Path> classPath, boolean withTests, Progress progress) {
    this.classPath = classPath;
    this.withTests = withTests;
    this.progress = progress;
  }

  Target resolve(String word) {
    Path path = path(word);
    if (path != null && Files.isDirectory(path)) {
      return ProjectTarget.isProject(path)
          ? ProjectTarget.of(path, maven(), classPath, withTests, lombok)
          : FolderTarget.of(path, classPath, withTests, lombok);
    }
    Optional<Coordinates> coordinates = Coordinates.parse(word);
    if (coordinates.isPresent()) {
      progress.say("resolving " + word);
      return ArtifactTarget.of(coordinates.get(), maven(), classPath, lombok);
    }
    throw new CannotRunException(
        path != null && Files.exists(path)
            ? word + " is a file: give the folder that it lies in"
            : word.contains(":")
                ? word + " is neither a folder nor coordinates group:artifact:version"
                : "there is no folder " + word);
  }

  @Override
  public void close() {
    if (maven != null) {
      maven.close();
    }
  }

  /** Only who asks for Maven waits for it. */
  private Maven maven() {
    if (maven == null) {
      maven = Maven.open(progress);
    }
    return maven;
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
