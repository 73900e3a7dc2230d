package dev.unclog.source;

import dev.unclog.catalogue.Callee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Code marked as cooperative from outside, by the names of its types and members. */
public final class CooperativePatterns {
  /** Nothing marked. */
  public static final CooperativePatterns NONE = new CooperativePatterns(List.of());

  /** What follows a member to mark the functions written in it, rather than itself. */
  private static final String FUNCTIONS = "{function}";

  private record Mark(String text, Glob type, Glob member, boolean functions) {}

  private final List<Mark> marks;

  private CooperativePatterns(List<Mark> marks) {
    this.marks = List.copyOf(marks);
  }

  /**
   * Patterns as a user writes them: {@code com.acme.Session#on*} marks members, {@code
   * com.acme.Session} all members of a type; {@code *} stands for any characters. A member of a
   * supertype stands for the methods that override it.
   *
   * @param patterns separated by semicolons; empty for none
   * @return the patterns
   * @throws IllegalArgumentException naming the pattern that cannot be meant, and why
   */
  public static CooperativePatterns parse(String patterns) {
    List<Mark> marks = new ArrayList<>();
    for (String part : patterns.split(";", -1)) {
      String text = part.strip();
      if (!text.isEmpty()) {
        marks.add(mark(text));
      }
    }
    return marks.isEmpty() ? NONE : new CooperativePatterns(marks);
  }

  /** Whether nothing is marked. */
  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** Whether any pattern marks members of a type: most types are in none, and asked about often. */
  boolean markMembersOf(String type) {
    for (Mark mark : marks) {
      if (!mark.functions && mark.type.matches(type.replace('$', '.'))) {
        return true;
      }
    }
    return false;
  }

  /** The pattern that marks a member in one of the types it is known through. */
  Optional<String> marking(Callee callee) {
    return marking(callee, /* functions= */ false);
  }

  /** The pattern that marks the functions written in a member. */
  Optional<String> markingFunctionsIn(Callee callee) {
    return marking(callee, /* functions= */ true);
  }

  private Optional<String> marking(Callee callee, boolean functions) {
    String name = memberName(callee);
    for (Mark mark : marks) {
      if (mark.functions == functions && mark.member.matches(name)) {
        for (Callee.Facet facet : callee.facets()) {
          if (facet.isKnown() && mark.type.matches(facet.type().replace('$', '.'))) {
            return Optional.of(mark.text);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String memberName(Callee callee) {
    return callee.name().equals(Callee.CONSTRUCTOR) ? "new" : callee.name();
  }

  private static Mark mark(String text) {
    int hash = text.indexOf('#');
    String type = hash < 0 ? text : text.substring(0, hash);
    boolean functions = hash >= 0 && text.endsWith(FUNCTIONS);
    int end = text.length() - (functions ? FUNCTIONS.length() : 0);
    String member = hash < 0 ? "*" : text.substring(hash + 1, end);
    if (type.isEmpty()
        || member.isEmpty()
        || !(type + member).matches("[\\p{javaJavaIdentifierPart}.*]+")) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' marks nothing: write a type, or a type and a member without parameters, as"
              + " com.acme.Session or com.acme.Session#on*; 'new' is a constructor");
    }
    return new Mark(text, Glob.of(type.replace('$', '.')), Glob.of(member), functions);
  }
}
