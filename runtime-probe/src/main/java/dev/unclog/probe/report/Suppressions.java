package dev.unclog.probe.report;

import dev.unclog.probe.boot.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a file says not to report, for code that cannot be annotated.
 *
 * <p>A line names a method as {@code com.acme.Files.read}, with {@code *} for any characters, and
 * after it, if not all, the kinds: {@code com.acme.* file,lock}. What is reached through such a
 * method is not reported. {@code #} begins a remark.
 */
public final class Suppressions {
  private final List<Entry> entries;

  private Suppressions(List<Entry> entries) {
    this.entries = entries;
  }

  private record Entry(Pattern method, List<String> kinds) {}

  /**
   * None.
   *
   * @return what suppresses nothing
   */
  public static Suppressions none() {
    return new Suppressions(List.of());
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return what it says
   * @throws IOException if it cannot be read, or a line cannot be understood
   */
  public static Suppressions read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String text = line.replaceFirst("#.*", "").trim();
      if (!text.isEmpty()) {
        String[] parts = text.split("\\s+", 2);
        entries.add(new Entry(pattern(parts[0]), kinds(parts, file + ":" + number)));
      }
    }
    return new Suppressions(entries);
  }

  private static List<String> kinds(String[] parts, String where) throws IOException {
    List<String> kinds = new ArrayList<>();
    if (parts.length > 1) {
      for (String word : parts[1].split(",", -1)) {
        kinds.add(known(word.trim(), where));
      }
    }
    return kinds;
  }

  private static String known(String word, String where) throws IOException {
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return word;
      }
    }
    throw new IOException(where + ": unknown kind '" + word + "'");
  }

  private static Pattern pattern(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : text.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(regex.toString());
  }

  boolean suppressAnything() {
    return !entries.isEmpty();
  }

  boolean suppress(List<Frame> stack, Kind kind) {
    if (entries.isEmpty()) {
      return false;
    }
    for (Frame frame : stack) {
      String method = frame.className() + "." + frame.method();
      for (Entry entry : entries) {
        if ((entry.kinds().isEmpty() || entry.kinds().contains(kind.word()))
            && entry.method().matcher(method).matches()) {
          return true;
        }
      }
    }
    return false;
  }
}
