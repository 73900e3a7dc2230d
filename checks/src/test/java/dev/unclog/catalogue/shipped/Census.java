package dev.unclog.catalogue.shipped;

import static java.util.stream.Collectors.groupingBy;

import dev.unclog.catalogue.Callee;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import dev.unclog.catalogue.shipped.TypeFile.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what entries say of blocking: the rows as they are written, and the members that they
 * stand for in the newest release. A member counts once, as its own type declares it, however many
 * types inherit it.
 */
final class Census {
  /** The line for members that never block, beside those of the kinds. */
  static final String NEVER = "never";

  private final SortedMap<String, SortedMap<String, Set<Object>>> rows = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Set<Object>>> members = new TreeMap<>();

  /**
   * Counts the entries of one stub file.
   *
   * @param entries all of them
   * @param newest of each product that the file names, the newest release
   */
  void add(List<Entry> entries, Collection<Release> newest) {
    for (Entry entry : entries) {
      entry.verdict().ifPresent(verdict -> note(rows, entry, verdict, entry.origin()));
    }
    Map<String, List<Entry>> byType = entries.stream().collect(groupingBy(Entry::type));
    byType.forEach(
        (type, ofType) ->
            newest.stream()
                .filter(release -> release.has(type))
                .forEach(release -> expand(type, ofType, release)));
  }

  private void expand(String type, List<Entry> entries, Release release) {
    Catalogue catalogue =
        new Catalogue(
            entries.stream().filter(entry -> Resolver.holds(entry, release)).toList(), Map.of());
    Collection<Method> methods = release.methods(type);
    for (Method method : methods) {
      catalogue
          .nearest(new Member(type, method, methods), entry -> entry.verdict().isPresent())
          .ifPresent(
              entry ->
                  note(
                      members,
                      entry,
                      entry.verdict().orElseThrow(),
                      List.of(method.owner(), method.name(), method.parameterTypes())));
    }
  }

  private static void note(
      SortedMap<String, SortedMap<String, Set<Object>>> counts,
      Entry entry,
      Verdict verdict,
      Object counted) {
    String kind = verdict instanceof Verdict.Blocks blocks ? blocks.kind().word() : NEVER;
    counts
        .computeIfAbsent(entry.origin().library(), library -> new TreeMap<>())
        .computeIfAbsent(kind, each -> new HashSet<>())
        .add(counted);
  }

  /**
   * The counts as a table.
   *
   * @return lines of library, kind, rows and members, separated by tabs
   */
  List<String> lines() {
    return rows.entrySet().stream()
        .flatMap(
            library ->
                library.getValue().entrySet().stream()
                    .map(
                        kind ->
                            String.join(
                                "\t",
                                library.getKey(),
                                kind.getKey(),
                                String.valueOf(kind.getValue().size()),
                                String.valueOf(members(library.getKey(), kind.getKey())))))
        .toList();
  }

  private int members(String library, String kind) {
    return members.getOrDefault(library, new TreeMap<>()).getOrDefault(kind, Set.of()).size();
  }

  /** A method as a call on one type would name it. */
  private record Member(String type, Method method, Collection<Method> siblings) implements Callee {
    @Override
    public String name() {
      return method.name();
    }

    @Override
    public List<Facet> facets() {
      return List.of(new Facet(type, method.parameterTypes()));
    }

    @Override
    public boolean hasMethod(String asked, String name) {
      return Resolver.hasAny(siblings, name);
    }
  }
}
