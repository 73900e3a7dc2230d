package dev.unclog.source;

/**
 * A name in which {@code *} stands for any characters. No regular expression: every method that is
 * met is held against every pattern.
 */
final class Glob {
  private final String[] parts;

  private Glob(String[] parts) {
    this.parts = parts;
  }

  static Glob of(String text) {
    return new Glob(text.split("\\*", -1));
  }

  boolean matches(String name) {
    String first = parts[0];
    if (parts.length == 1) {
      return name.equals(first);
    }
    String last = parts[parts.length - 1];
    if (name.length() < first.length() + last.length()
        || !name.startsWith(first)
        || !name.endsWith(last)) {
      return false;
    }
    int end = name.length() - last.length();
    int from = first.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int at = name.indexOf(parts[i], from);
      if (at < 0 || at + parts[i].length() > end) {
        return false; // The earliest place is the one that leaves the most for the others.
      }
      from = at + parts[i].length();
    }
    return true;
  }
}
