package dev.unclog.source;

import dev.unclog.call.MethodKey;
import dev.unclog.catalogue.Callee;
import java.util.ArrayList;
import java.util.List;

/** Methods that a user asks about, by the names of their types and their own. */
public final class MethodPatterns {
  private final List<Asked> asked;

  /** One question: the pattern as it was written, and what it matches. */
  record Asked(String text, Glob type, Glob member) {
    /** Whether a method is meant; a type may go without its package and the types around it. */
    boolean means(MethodKey method) {
      return member.matches(memberName(method)) && isOf(method.type());
    }

    /** Whether a type is meant. */
    boolean isOf(String binaryName) {
      String name = binaryName.replace('$', '.');
      for (int from = 0; from >= 0; from = name.indexOf('.', from) + 1) {
        if (type.matches(name.substring(from))) {
          return true;
        }
        if (name.indexOf('.', from) < 0) {
          return false;
        }
      }
      return false;
    }

    private static String memberName(MethodKey method) {
      return method.name().equals(Callee.CONSTRUCTOR) ? "new" : method.name();
    }
  }

  private MethodPatterns(List<Asked> asked) {
    this.asked = List.copyOf(asked);
  }

  /**
   * Patterns as a user writes them: {@code com.acme.Store#save}, {@code Store#save}, {@code
   * com.acme.*#on*}.
   *
   * @param patterns separated by semicolons; empty for none
   * @return the patterns
   * @throws IllegalArgumentException naming the pattern that cannot be meant, and why
   */
  public static MethodPatterns parse(String patterns) {
    List<Asked> asked = new ArrayList<>();
    for (String part : patterns.split(";", -1)) {
      String text = part.strip();
      if (!text.isEmpty()) {
        asked.add(asked(text));
      }
    }
    return new MethodPatterns(asked);
  }

  /**
   * Whether nothing is asked.
   *
   * @return true if there is no pattern
   */
  public boolean isEmpty() {
    return asked.isEmpty();
  }

  List<Asked> asked() {
    return asked;
  }

  private static Asked asked(String text) {
    int hash = text.indexOf('#');
    String type = hash < 0 ? "" : text.substring(0, hash);
    String member = hash < 0 ? "" : text.substring(hash + 1);
    if (type.isEmpty()
        || member.isEmpty()
        || !(type + member).matches("[\\p{javaJavaIdentifierPart}.*]+")) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no method: write a type and a member without parameters, as"
              + " com.acme.Store#save or Store#save; 'new' is a constructor");
    }
    return new Asked(text, Glob.of(type.replace('$', '.')), Glob.of(member));
  }
}
