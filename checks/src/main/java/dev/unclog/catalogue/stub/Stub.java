package dev.unclog.catalogue.stub;

import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.LibraryHeader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stub file, read.
 *
 * @param header what it says of itself; without {@code @Library}, the file's own name
 * @param entries in the order written; none if there are problems
 * @param meanings what annotation types mean, by binary name; none if there are problems
 * @param problems all that is wrong with it, by line
 */
public record Stub(
    LibraryHeader header,
    List<Entry> entries,
    Map<String, Set<Meaning>> meanings,
    List<StubProblem> problems) {

  /** Copies the collections. */
  public Stub {
    entries = List.copyOf(entries);
    meanings = Map.copyOf(meanings);
    problems = List.copyOf(problems);
  }
}
