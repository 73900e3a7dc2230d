package dev.unclog.chains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What does not hold yet: a line each, {@code rule} or {@code rule/File.java:12}, a blank, and the
 * reason. Lines that begin with {@code #} are left out.
 */
final class Pending {
  private final SortedMap<String, String> reasons;

  private Pending(SortedMap<String, String> reasons) {
    this.reasons = reasons;
  }

  static Pending read(Path file) throws IOException {
    SortedMap<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" ", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
          throw new IllegalArgumentException("pending: why is not said: " + line);
        }
        if (reasons.put(parts[0], parts[1]) != null) {
          throw new IllegalArgumentException("pending: said twice: " + parts[0]);
        }
      }
    }
    return new Pending(reasons);
  }

  /** The rules of which something is pending. */
  SortedSet<String> rules() {
    SortedSet<String> rules = new TreeSet<>();
    reasons.keySet().forEach(key -> rules.add(key.split("/", 2)[0]));
    return rules;
  }

  boolean isWhole(Rule rule) {
    return reasons.containsKey(rule.name());
  }

  /** The lines of a rule that are pending, as {@code File.java:12}. */
  SortedSet<String> lines(Rule rule) {
    SortedSet<String> lines = new TreeSet<>();
    String prefix = rule.name() + "/";
    reasons.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> lines.add(key.substring(prefix.length())));
    return lines;
  }
}
