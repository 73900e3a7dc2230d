package dev.unclog.cli.target;

import dev.unclog.cli.maven.Coordinates;
import dev.unclog.cli.maven.Maven;
import dev.unclog.cli.problem.CannotRunException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes the methods that sources call and do not have, where they are annotated for it. It is the
 * only annotation processor that runs, in a release that is named here: nothing that the linted
 * code brings is executed.
 */
public final class Lombok {
  /** Runs on JDK 17 to 25, and knows the annotations of all releases before it. */
  static final Coordinates RELEASE = new Coordinates("org.projectlombok", "lombok", "1.18.42");

  private final Supplier<Maven> maven;

  /**
   * Lombok, to be had when it is needed.
   *
   * @param maven where it is found; asked only if sources need it
   */
  public Lombok(Supplier<Maven> maven) {
    this.maven = maven;
  }

  /** What some sources need. */
  record Processors(List<Path> jars, List<String> missing) {}

  /** For sources that are compiled against these. */
  Processors processors(List<Path> classPath) {
    if (classPath.stream().noneMatch(Lombok::isLombok)) {
      return new Processors(List.of(), List.of());
    }
    Optional<Path> jar;
    try {
      jar = maven.get().jar(RELEASE, "");
    } catch (CannotRunException e) {
      jar = Optional.empty();
    }
    return new Processors(
        jar.stream().toList(), jar.isPresent() ? List.of() : List.of(RELEASE.toString()));
  }

  private static boolean isLombok(Path jar) {
    return jar.getFileName() != null
        && jar.getFileName().toString().matches("lombok(-\\d.*)?\\.jar");
  }
}
