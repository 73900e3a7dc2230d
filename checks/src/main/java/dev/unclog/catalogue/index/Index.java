package dev.unclog.catalogue.index;

import dev.unclog.annotations.stub.Meaning;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.LibraryHeader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that an index holds.
 *
 * @param libraries what its stub files say of themselves
 * @param entries in order of precedence
 * @param meanings what annotation types mean, by binary name
 */
public record Index(
    List<LibraryHeader> libraries, List<Entry> entries, Map<String, Set<Meaning>> meanings) {

  /** Copies the collections. */
  public Index {
    libraries = List.copyOf(libraries);
    entries = List.copyOf(entries);
    meanings = Map.copyOf(meanings);
  }
}
