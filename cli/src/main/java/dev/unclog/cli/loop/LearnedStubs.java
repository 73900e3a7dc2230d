package dev.unclog.cli.loop;

import dev.unclog.catalogue.Catalogue;
import dev.unclog.catalogue.Entry;
import dev.unclog.cli.loop.Observed.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lines for a stub file, for a person to look over. */
public final class LearnedStubs {
  private final Catalogue known;
  private final Set<String> written = new HashSet<>();
  private final List<String> names = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * Begins.
   *
   * @param known what needs not to be said again
   */
  public LearnedStubs(Catalogue known) {
    this.known = known;
  }

  /**
   * Adds a line, unless the same has been said.
   *
   * @param lesson what it is to say
   * @param evidence what was seen
   */
  public void add(Lesson lesson, Unpredicted evidence) {
    Frame frame = lesson.frame();
    String name = frame.type() + "#" + frame.method();
    if (isKnown(lesson) || !written.add(lesson.getClass().getSimpleName() + name)) {
      return;
    }
    names.add(name);
    Blocked blocked = evidence.blocked();
    text.append(
        String.format(
            Locale.ROOT,
            "%n// Learned from %d observation%s of %s on %s, at most %.0f ms, at %s.%n",
            blocked.times(),
            blocked.times() == 1 ? "" : "s",
            String.join(", ", blocked.operations()),
            lesson instanceof Lesson.Context ? "a hub" : "the way from code that must not block",
            blocked.maxMillis(),
            evidence.place()));
    text.append("// To be looked over: ")
        .append(
            lesson instanceof Lesson.Context
                ? "does this code always run where it must not block?"
                : "does it block whoever calls it?")
        .append(System.lineSeparator());
    text.append(declaration(lesson)).append(System.lineSeparator());
  }

  private boolean isKnown(Lesson lesson) {
    return known.of(lesson.frame().type()).stream()
        .filter(entry -> isAbout(entry.members(), lesson.frame().method()))
        .anyMatch(
            entry ->
                lesson instanceof Lesson.Context
                    ? entry.context().isPresent()
                    : entry.verdict().isPresent());
  }

  private static boolean isAbout(Entry.Members members, String method) {
    if (members instanceof Entry.Members.Exactly one) {
      return one.name().equals(method);
    }
    return members instanceof Entry.Members.EveryOverload every && every.name().equals(method);
  }

  /** A whole stub by itself, so that it can stand anywhere in a file. */
  private static String declaration(Lesson lesson) {
    String type = lesson.frame().type();
    int dot = type.lastIndexOf('.');
    String[] nested = type.substring(dot + 1).split("\\$", -1);
    String word =
        lesson instanceof Lesson.Sink sink
            ? sink.kind().map(kind -> "@Blocking(kind = " + kind.name() + ")").orElse("@Blocking")
            : "@Cooperative";
    String member = "@EveryOverload " + word + " void " + lesson.frame().method() + "();";
    for (int i = nested.length - 1; i >= 0; i--) {
      member = "class " + nested[i] + " { " + member + " }";
    }
    return dot < 0 ? member : "package " + type.substring(0, dot) + "; " + member;
  }

  /**
   * What the lines are about.
   *
   * @return as {@code com.acme.Store#load}; empty if there is nothing to add
   */
  public List<String> names() {
    return List.copyOf(names);
  }

  /**
   * What to put behind what the file holds.
   *
   * @return the lines
   */
  public String text() {
    return text.toString();
  }
}
