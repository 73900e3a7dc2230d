package dev.unclog.catalogue.stub;

import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.LibraryHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several stub files, read. Where two speak of one thing, the earlier goes first.
 *
 * @param libraries what the files without problems say of themselves
 * @param entries in the order of the files, and in them as written
 * @param meanings what annotation types mean, by binary name
 * @param problems all that is wrong with the files, in their order
 */
public record StubSet(
    List<LibraryHeader> libraries,
    List<Entry> entries,
    Map<String, Set<Meaning>> meanings,
    List<StubProblem> problems) {

  /** Copies the collections. */
  public StubSet {
    libraries = List.copyOf(libraries);
    entries = List.copyOf(entries);
    meanings = Map.copyOf(meanings);
    problems = List.copyOf(problems);
  }

  /**
   * Reads files.
   *
   * @param texts in order of precedence
   * @return what those without problems say, and the problems of the others
   */
  public static StubSet read(List<StubText> texts) {
    List<LibraryHeader> libraries = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Map<String, Set<Meaning>> meanings = new LinkedHashMap<>();
    List<StubProblem> problems = new ArrayList<>();
    for (StubText text : texts) {
      Stub stub = StubParser.parse(text.name(), text.text());
      problems.addAll(stub.problems());
      if (stub.problems().isEmpty()) {
        libraries.add(stub.header());
        entries.addAll(stub.entries());
        stub.meanings().forEach(meanings::putIfAbsent);
      }
    }
    return new StubSet(libraries, entries, meanings, problems);
  }

  /**
   * Members of which a file speaks though an earlier one has: meant where a user overrides, a slip
   * among files that are written together.
   *
   * @return a problem for each
   */
  public List<StubProblem> duplicates() {
    List<StubProblem> found = new ArrayList<>();
    Duplicates.find(
        entries,
        (entry, text) ->
            found.add(new StubProblem(entry.origin().file(), entry.origin().line(), text)));
    return found;
  }
}
