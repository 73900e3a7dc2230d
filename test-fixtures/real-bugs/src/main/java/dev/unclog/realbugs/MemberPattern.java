package dev.unclog.realbugs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members by name: {@code com.acme.Session#on*}, {@code com.acme.Session#new} for its constructors,
 * {@code com.acme.Session#open{function}} for the functions written in a member. {@code *} stands
 * for any characters. The form in which the linter takes its marks, so that one pattern both marks
 * and recognises.
 */
final class MemberPattern {
  private static final String FUNCTION = "{function}";

  /** A member as findings name it: {@code com.acme.Session$Inner#open(int){function}}. */
  private static final Pattern SIGNATURE =
      Pattern.compile("([^#(]+)#([^#(]+)\\([^()]*\\)((?:\\{function})*)");

  private final String text;
  private final String type;
  private final Pattern matching;
  private final boolean functions;

  private MemberPattern(String text, String type, String member, boolean functions) {
    this.text = text;
    this.type = type;
    this.matching = Pattern.compile(glob(type) + "#" + glob(member));
    this.functions = functions;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it has not the form
   */
  static MemberPattern parse(String text) {
    boolean functions = text.endsWith(FUNCTION);
    String named = functions ? text.substring(0, text.length() - FUNCTION.length()) : text;
    int hash = named.indexOf('#');
    if (hash < 0
        || !named.substring(0, hash).matches("[\\w*]+([.$][\\w*]+)*")
        || !named.substring(hash + 1).matches("[\\w*]+")) {
      throw new IllegalArgumentException("'" + text + "' is not of the form com.acme.Type#member");
    }
    return new MemberPattern(
        text, named.substring(0, hash).replace('$', '.'), named.substring(hash + 1), functions);
  }

  private static String glob(String text) {
    return Pattern.quote(text).replace("*", "\\E.*\\Q");
  }

  /** Whether a member is meant, as a finding names it, parameters and all. */
  boolean matches(String signature) {
    Matcher named = SIGNATURE.matcher(signature);
    if (!named.matches() || functions != !named.group(3).isEmpty()) {
      return false;
    }
    return matchesName(named);
  }

  /** The same, but a function stands for the member in which it is written. */
  boolean matchesAround(String signature) {
    Matcher named = SIGNATURE.matcher(signature);
    return named.matches() && matchesName(named);
  }

  private boolean matchesName(Matcher named) {
    String member = named.group(2).equals("<init>") ? "new" : named.group(2);
    return matching.matcher(named.group(1).replace('$', '.') + "#" + member).matches();
  }

  /** Whether the type of this pattern stands in a source file, named from its source root. */
  boolean isIn(String file) {
    String top = file.replaceFirst("\\.java$", "").replace('/', '.');
    return type.equals(top) || type.startsWith(top + ".");
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
