package dev.unclog.cli;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.index.IndexException;
import dev.unclog.catalogue.index.ShippedCatalogue;
import dev.unclog.catalogue.stub.StubProblem;
import dev.unclog.catalogue.stub.UserStubs;
import dev.unclog.cli.problem.CannotRunException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The user's stubs, and the catalogue with them. */
final class Stubs {
  private Stubs() {}

  /**
   * Reads stubs before anything is done with them.
   *
   * @param paths files and folders
   * @return what they say
   * @throws CannotRunException with a line for each problem
   */
  static Catalogue read(List<Path> paths) {
    UserStubs stubs = UserStubs.read(paths, List.of());
    if (!stubs.problems().isEmpty()) {
      throw new CannotRunException(
          stubs.problems().stream()
              .map(StubProblem::toString)
              .collect(Collectors.joining("\n  ", "--stubs:\n  ", "")));
    }
    return stubs.catalogue();
  }

  /**
   * The catalogue that ships, beneath the user's stubs.
   *
   * @param paths files and folders; may be none
   * @return the catalogue
   * @throws CannotRunException with a line for each problem, or if this program's jar is damaged
   */
  static Catalogue catalogueWith(List<Path> paths) {
    try {
      Catalogue shipped = ShippedCatalogue.load();
      return paths.isEmpty() ? shipped : shipped.overriddenBy(read(paths));
    } catch (IndexException e) {
      throw new CannotRunException(e.getMessage(), e);
    }
  }
}
