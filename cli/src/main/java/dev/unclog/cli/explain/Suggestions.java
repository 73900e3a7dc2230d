package dev.unclog.cli.explain;

import com.google.errorprone.names.LevenshteinEditDistance;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Members;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What was probably meant by a name that the catalogue does not know. */
public final class Suggestions {
  private static final int MOST = 3;

  private Suggestions() {}

  /**
   * Names near to the one asked for.
   *
   * @param question what nothing is known of
   * @param catalogue whose names are offered
   * @return questions that have an answer, the nearest first; may be empty
   */
  public static List<String> near(Question question, Catalogue catalogue) {
    Set<String> types = new LinkedHashSet<>();
    catalogue.entries().forEach(entry -> types.add(entry.type()));
    if (question.member().isPresent()) {
      Set<String> members = new LinkedHashSet<>();
      for (String type : Hierarchy.of(question.type()).types()) {
        names(catalogue.of(type)).forEach(name -> members.add(question.type() + "#" + name));
      }
      if (!members.isEmpty()) {
        return nearest(question.toString(), members);
      }
    }
    String suffix = question.member().map(name -> "#" + name).orElse("");
    List<String> near = nearest(question.type(), types);
    List<String> sameName =
        types.stream()
            .filter(type -> simple(type).equalsIgnoreCase(simple(question.type())))
            .limit(MOST)
            .toList();
    return (sameName.isEmpty() ? near : sameName)
        .stream().map(type -> type + (knows(catalogue, type, question) ? suffix : "")).toList();
  }

  private static boolean knows(Catalogue catalogue, String type, Question question) {
    return question.member().map(name -> names(catalogue.of(type)).contains(name)).orElse(false);
  }

  private static Set<String> names(List<Entry> entries) {
    Set<String> names = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry.members() instanceof Members.Exactly one) {
        names.add(one.name());
      } else if (entry.members() instanceof Members.EveryOverload every) {
        names.add(every.name());
      }
    }
    return names;
  }

  private static List<String> nearest(String name, Collection<String> names) {
    int farthest = Math.max(2, simple(name).length() / 3);
    return names.stream()
        .filter(other -> distance(name, other) <= farthest)
        .sorted(Comparator.comparingInt(other -> distance(name, other)))
        .limit(MOST)
        .toList();
  }

  private static int distance(String a, String b) {
    return LevenshteinEditDistance.getEditDistance(
        a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }

  private static String simple(String name) {
    return name.substring(
        Math.max(name.lastIndexOf('#'), Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')))
            + 1);
  }
}
