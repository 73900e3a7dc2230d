package dev.unclog.chains;

import dev.unclog.finding.Finding;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A finding, as far as the corpus speaks of it.
 *
 * @param file the source's name
 * @param line where it stands
 * @param what the check, and the call that blocks
 */
record Found(String file, int line, String what) implements Comparable<Found> {
  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::file).thenComparing(Found::line).thenComparing(Found::what);

  static Found of(Finding finding) {
    String file = Path.of(URI.create(finding.place().file())).getFileName().toString();
    return new Found(file, finding.place().line(), named(finding.check(), finding.sink()));
  }

  /** A check and, if there is one, the call that it is about. */
  static String named(String check, String sink) {
    return (check + " " + call(sink)).strip();
  }

  /** A member as one would write a call of it. */
  private static String call(String member) {
    int hash = member.indexOf('#');
    if (hash < 0) {
      return member;
    }
    String type = member.substring(member.lastIndexOf('.', hash) + 1, hash).replace('$', '.');
    String rest = member.substring(hash + 1);
    return rest.startsWith("<init>")
        ? "new " + type + rest.substring("<init>".length())
        : type + "." + rest;
  }

  /** Where it stands, as the list of what is pending names it. */
  String place() {
    return file + ":" + line;
  }

  @Override
  public int compareTo(Found other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place() + " " + what;
  }
}
