package dev.unclog.realbugs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the table of bugs: a line each, cells parted by tabs, the first line naming them, lines
 * that begin with {@code #} left out. A cell that does not apply is {@code -}; several words are
 * parted by blanks.
 */
final class BugTable {
  /** The cells, in order. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "project",
          "reference",
          "artifact",
          "buggy",
          "fixed",
          "context class",
          "path",
          "depth",
          "kind",
          "class path",
          "contexts",
          "check",
          "stub",
          "target",
          "kinds",
          "sinks",
          "through",
          "true fix",
          "remark");

  private static final String RESOURCE = "bugs.tsv";

  private BugTable() {}

  /** The table that comes with the harness. */
  static List<Bug> load() {
    try (InputStream in = BugTable.class.getResourceAsStream(RESOURCE)) {
      return parse(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming the line and what is wrong with it
   */
  static List<Bug> parse(String text) {
    List<Bug> bugs = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    boolean named = false;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank() || lines[i].startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(lines[i].split("\t", -1));
      try {
        if (named) {
          bugs.add(bug(cells));
        } else if (!cells.equals(COLUMNS)) {
          throw new IllegalArgumentException("the cells should be named " + COLUMNS);
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
      named = true;
    }
    return bugs;
  }

  private static Bug bug(List<String> cells) {
    if (cells.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells instead of " + COLUMNS.size() + ": " + cells);
    }
    Row row = new Row(cells);
    return new Bug(
        row.required("id"),
        row.required("project"),
        row.required("reference"),
        row.isPublishedAtAll() ? row.required("artifact") : row.optional("artifact").orElse(""),
        row.optional("buggy"),
        row.optional("fixed"),
        ContextClass.valueOf(row.required("context class")),
        PathClass.valueOf(row.required("path")),
        row.cell("depth"),
        row.required("kind"),
        row.words("class path"),
        row.patterns("contexts"),
        row.optional("check"),
        row.optional("stub"),
        row.optional("target"),
        row.optional("kinds").orElse(""),
        row.patterns("sinks"),
        row.patterns("through"),
        row.yes("true fix"),
        row.optional("remark").orElse(""));
  }

  /** A line, by the names of its cells. */
  private record Row(List<String> cells) {
    String cell(String column) {
      String cell = cells.get(COLUMNS.indexOf(column));
      if (cell.isEmpty() || !cell.equals(cell.strip())) {
        throw new IllegalArgumentException(column + ": '" + cell + "'; what does not apply is '-'");
      }
      return cell;
    }

    Optional<String> optional(String column) {
      return Optional.of(cell(column)).filter(cell -> !cell.equals("-"));
    }

    String required(String column) {
      return optional(column)
          .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
    }

    boolean isPublishedAtAll() {
      return optional("buggy").isPresent() || optional("fixed").isPresent();
    }

    List<String> words(String column) {
      return optional(column).map(cell -> List.of(cell.split(" "))).orElse(List.of());
    }

    List<MemberPattern> patterns(String column) {
      return words(column).stream().map(MemberPattern::parse).toList();
    }

    boolean yes(String column) {
      String cell = cell(column);
      if (!cell.equals("yes") && !cell.equals("no")) {
        throw new IllegalArgumentException(column + ": '" + cell + "' is neither yes nor no");
      }
      return cell.equals("yes");
    }
  }
}
