package dev.unclog.cli.explain;

import dev.unclog.catalogue.Callee;
import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.catalogue.Entry.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every line of a catalogue that speaks of one thing. */
public final class Explanation {
  private final List<Entry> entries;
  private final String preface;

  private Explanation(List<Entry> entries, String preface) {
    this.entries = List.copyOf(entries);
    this.preface = preface;
  }

  /**
   * Looks a thing up.
   *
   * @param question what it is
   * @param catalogue where to look
   * @return what is known: where the type is the JDK's, by way of its supertypes too; where it is
   *     another's, members of the same name in the same project
   */
  public static Explanation of(Question question, Catalogue catalogue) {
    Hierarchy hierarchy = Hierarchy.of(question.type());
    List<Entry> found = new ArrayList<>();
    for (String type : hierarchy.types()) {
      boolean inherited = !type.equals(question.type());
      for (Entry entry : catalogue.of(type)) {
        if (question.member().isEmpty()
            ? !inherited || entry.members() instanceof Members.WholeType
            : speaksOf(entry.members(), question.member().get(), hierarchy, inherited)) {
          found.add(entry);
        }
      }
    }
    String preface = "";
    if (found.isEmpty() && !hierarchy.isAtHand() && question.member().isPresent()) {
      found.addAll(namesakes(question, catalogue));
      preface =
          found.isEmpty()
              ? ""
              : question.type()
                  + " is not at hand, and no line names it. Its supertypes may be among these, of"
                  + " the same project:\n\n";
    }
    found.addAll(around(question.type(), catalogue));
    return new Explanation(found, preface);
  }

  /** What is said of the types and packages that a type is written in. */
  private static List<Entry> around(String type, Catalogue catalogue) {
    List<Entry> around = new ArrayList<>();
    for (int end = outside(type, type.length()); end > 0; end = outside(type, end)) {
      catalogue.of(type.substring(0, end)).stream()
          .filter(Entry::isNeverEntered)
          .forEach(around::add);
    }
    return around;
  }

  private static int outside(String type, int end) {
    return Math.max(type.lastIndexOf('.', end - 1), type.lastIndexOf('$', end - 1));
  }

  /**
   * Whether anything is known.
   *
   * @return false if no line speaks of it
   */
  public boolean isKnown() {
    return !entries.isEmpty();
  }

  /**
   * What is known, in words.
   *
   * @return paragraphs, the nearer type's before the farther's
   */
  public String text() {
    StringBuilder text = new StringBuilder(preface);
    entries.forEach(entry -> text.append(EntryText.of(entry)).append('\n'));
    return text.toString();
  }

  private static List<Entry> namesakes(Question question, Catalogue catalogue) {
    return catalogue.entries().stream()
        .filter(entry -> project(entry.type()).equals(project(question.type())))
        .filter(
            entry ->
                entry.members() instanceof Members.Exactly
                    || entry.members() instanceof Members.EveryOverload)
        .filter(
            entry ->
                speaksOf(
                    entry.members(),
                    question.member().orElseThrow(),
                    Hierarchy.of(question.type()),
                    true))
        .toList();
  }

  /** The first two parts of a package's name: {@code io.netty}. */
  private static String project(String type) {
    String[] parts = type.split("\\.", -1);
    return parts.length < 3 ? type : parts[0] + "." + parts[1];
  }

  private static boolean speaksOf(
      Members members, String name, Hierarchy hierarchy, boolean inherited) {
    boolean constructor = name.equals(Callee.CONSTRUCTOR);
    if (constructor && inherited) {
      return false;
    }
    if (members instanceof Members.Exactly one) {
      return one.name().equals(name);
    }
    if (members instanceof Members.EveryOverload every) {
      return every.name().equals(name);
    }
    if (members instanceof Members.Field field) {
      return field.name().equals(name);
    }
    if (members instanceof Members.Matching matching) {
      return !constructor && Pattern.matches(matching.regex(), name);
    }
    if (members instanceof Members.WithAsyncSibling sibling) {
      Optional<Boolean> has = hierarchy.hasMethod(name + sibling.suffix());
      return !constructor && has.orElse(true);
    }
    return members instanceof Members.WholeType || members instanceof Members.Package;
  }
}
