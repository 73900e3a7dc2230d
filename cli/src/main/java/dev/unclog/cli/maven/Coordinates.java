package dev.unclog.cli.maven;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a published artifact is called.
 *
 * @param group its group id
 * @param artifact its artifact id
 * @param version its version
 */
public record Coordinates(String group, String artifact, String version) {
  private static final Pattern FORM = Pattern.compile("([\\w.-]+):([\\w.-]+):([\\w.+-]+)");

  /**
   * Coordinates as a user writes them.
   *
   * @param words {@code group:artifact:version}
   * @return the coordinates; empty if that is something else
   */
  public static Optional<Coordinates> parse(String words) {
    Matcher matcher = FORM.matcher(words);
    return matcher.matches()
        ? Optional.of(new Coordinates(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }
}
