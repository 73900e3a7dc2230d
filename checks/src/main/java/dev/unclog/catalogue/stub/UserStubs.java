package dev.unclog.catalogue.stub;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.LibraryHeader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stubs that a user brings: their own files, and those that libraries carry inside their jars,
 * as {@link LibraryStubs} finds them. They are meant to go before the catalogue that ships: {@code
 * shipped.overriddenBy(stubs.catalogue())}.
 *
 * @param catalogue what the files without problems say
 * @param libraries what those files say of themselves
 * @param problems what is wrong with the others
 */
public record UserStubs(
    Catalogue catalogue, List<LibraryHeader> libraries, List<StubProblem> problems) {
  /** Copies the lists. */
  public UserStubs {
    libraries = List.copyOf(libraries);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a user's stubs. A user's own files go before the libraries', the earlier before the
   * later.
   *
   * @param paths files and folders, as {@link StubFiles#read} takes them
   * @param fromClassPath stubs found in jars
   * @return the catalogue of those that can be read, and the problems of those that cannot
   */
  public static UserStubs read(List<Path> paths, List<StubText> fromClassPath) {
    List<StubProblem> problems = new ArrayList<>();
    List<StubText> texts = new ArrayList<>(StubFiles.read(paths, problems::add));
    texts.addAll(fromClassPath);
    StubSet set = StubSet.read(texts);
    problems.addAll(set.problems());
    return new UserStubs(new Catalogue(set.entries(), set.meanings()), set.libraries(), problems);
  }
}
