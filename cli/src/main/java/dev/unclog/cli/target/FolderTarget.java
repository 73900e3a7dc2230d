package dev.unclog.cli.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.cli.problem.CannotRunException;
import java.nio.file.Path;
import java.util.List;

/** A folder of sources, compiled against a class path that the user gives. */
public final class FolderTarget {
  private FolderTarget() {}

  /**
   * The sources beneath a folder.
   *
   * @param folder the folder
   * @param classPath what they are compiled against
   * @param withTests whether {@code src/test} counts
   * @param lombok for sources that need it
   * @return the target
   * @throws CannotRunException if there are no sources
   */
  public static Target of(Path folder, List<Path> classPath, boolean withTests, Lombok lombok) {
    List<Path> sources = SourceFiles.beneath(folder.toAbsolutePath().normalize(), withTests);
    if (sources.isEmpty()) {
      throw new CannotRunException("no Java sources in " + folder);
    }
    Lombok.Processors processors = lombok.processors(classPath);
    Unit unit =
        new Unit(
            sources, SourceFiles.generatedBeneath(folder), classPath, processors.jars(), UTF_8);
    return new Target(
        folder.toString(),
        Base.ofFolder(folder, "the folder " + folder),
        List.of(unit),
        processors.missing(),
        List.of());
  }
}
