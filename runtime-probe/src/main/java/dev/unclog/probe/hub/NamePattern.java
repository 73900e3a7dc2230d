package dev.unclog.probe.hub;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for names of threads: with {@code *} and {@code ?} as in a shell, or a regular
 * expression. What one of the two readings matches in whole is matched, so that neither {@code
 * worker-*} nor {@code worker-\d+} surprises; {@code |} stands for "or" in both.
 */
public final class NamePattern {
  /** Matches nothing. */
  public static final NamePattern NONE = new NamePattern(null, null);

  private final Pattern shell;
  private final Pattern regex;

  private NamePattern(Pattern shell, Pattern regex) {
    this.shell = shell;
    this.regex = regex;
  }

  /**
   * Reads a pattern.
   *
   * @param text the pattern
   * @return what matches as it says
   */
  public static NamePattern of(String text) {
    if (text == null || text.isEmpty()) {
      return NONE;
    }
    StringBuilder shell = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '*' -> shell.append(".*");
        case '?' -> shell.append('.');
        case '|' -> shell.append('|');
        default -> shell.append(Pattern.quote(String.valueOf(c)));
      }
    }
    Pattern regex;
    try {
      regex = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      regex = null; // Then it can only be the other.
    }
    return new NamePattern(Pattern.compile(shell.toString()), regex);
  }

  /**
   * Whether a name is meant.
   *
   * @param name a thread's name
   * @return true if so
   */
  public boolean matches(String name) {
    return shell != null
        && (shell.matcher(name).matches() || (regex != null && regex.matcher(name).matches()));
  }
}
