package dev.unclog.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How much a catalogue holds, by library and kind. */
public final class Counts {
  private static final String MEMBERS = "/dev/unclog/catalogue/members.tsv";
  private static final String NEVER = "never";
  private static final String OTHER = "other";

  private final Map<String, Map<String, Integer>> rows = new TreeMap<>();
  private final Map<String, Integer> members;

  private Counts(Map<String, Integer> members) {
    this.members = members;
  }

  /**
   * Counts a catalogue's entries. How many members of real class files they stand for was counted
   * when the catalogue was tested against those.
   *
   * @param catalogue the catalogue
   * @return a table: library, kind, rows as written, members as expanded where that is known
   */
  public static String of(Catalogue catalogue) {
    Counts counts = new Counts(members());
    for (Entry entry : catalogue.entries()) {
      counts
          .rows
          .computeIfAbsent(entry.origin().library(), library -> new TreeMap<>())
          .merge(word(entry), 1, Integer::sum);
    }
    return counts.table();
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    row(table, "library", "kind", "rows", "members");
    Map<String, int[]> totals = new TreeMap<>();
    rows.forEach(
        (library, kinds) ->
            kinds.forEach(
                (kind, number) -> {
                  Integer expanded = members.get(library + "\t" + kind);
                  row(
                      table,
                      library,
                      kind,
                      String.valueOf(number),
                      expanded == null ? "-" : expanded.toString());
                  String sum =
                      kind.equals(NEVER) || kind.equals(OTHER) ? kind : "blocking, all kinds";
                  int[] total = totals.computeIfAbsent(sum, word -> new int[2]);
                  total[0] += number;
                  total[1] += expanded == null ? 0 : expanded;
                }));
    totals.forEach(
        (kind, total) ->
            row(
                table,
                "all libraries",
                kind,
                String.valueOf(total[0]),
                kind.equals(OTHER) ? "-" : String.valueOf(total[1])));
    return table.toString();
  }

  private static void row(
      StringBuilder table, String library, String kind, String rows, String members) {
    table.append("%-28s %-20s %8s %8s%n".formatted(library, kind, rows, members));
  }

  private static String word(Entry entry) {
    if (entry.verdict().isEmpty()) {
      return OTHER;
    }
    return entry.verdict().get() instanceof Verdict.Blocks blocks ? blocks.kind().word() : NEVER;
  }

  private static Map<String, Integer> members() {
    Map<String, Integer> members = new HashMap<>();
    try (InputStream in = Catalogue.class.getResourceAsStream(MEMBERS)) {
      if (in != null) {
        for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
          String[] columns = line.split("\t", -1);
          if (columns.length == 4 && columns[3].chars().allMatch(Character::isDigit)) {
            members.merge(
                columns[0] + "\t" + columns[1], Integer.parseInt(columns[3]), Integer::sum);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }
}
