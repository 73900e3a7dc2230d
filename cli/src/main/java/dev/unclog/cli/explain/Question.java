package dev.unclog.cli.explain;

import dev.unclog.catalogue.Callee;
import dev.unclog.cli.problem.CannotRunException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody asks about.
 *
 * @param type a type's binary name
 * @param member a member's simple name; empty for the whole type
 */
public record Question(String type, Optional<String> member) {
  private static final Pattern FORM =
      Pattern.compile("([\\p{L}_$][\\w$.]*)(?:#([\\p{L}_$][\\w$]*|<init>)(?:\\(.*\\))?)?");

  /**
   * A question as it is typed.
   *
   * @param words {@code type} or {@code type#member}; a nested type after a dot or a dollar sign;
   *     parameters are passed over; a constructor by its type's simple name or {@code new}
   * @return the question
   * @throws CannotRunException if it is neither
   */
  public static Question parse(String words) {
    Matcher matcher = FORM.matcher(words.strip());
    if (!matcher.matches()) {
      throw new CannotRunException(
          "'" + words + "' is no type#member, as java.lang.Thread#sleep is one");
    }
    String type = binaryName(matcher.group(1));
    String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    return new Question(
        type,
        Optional.ofNullable(matcher.group(2))
            .map(name -> name.equals(simple) || name.equals("new") ? Callee.CONSTRUCTOR : name));
  }

  /** Types begin with a capital and packages do not: after the first capital, dots nest. */
  private static String binaryName(String name) {
    StringBuilder binary = new StringBuilder();
    boolean inType = false;
    for (String part : name.split("\\.", -1)) {
      if (!binary.isEmpty()) {
        binary.append(inType ? '$' : '.');
      }
      binary.append(part);
      inType |= !part.isEmpty() && Character.isUpperCase(part.charAt(0));
    }
    return binary.toString();
  }

  @Override
  public String toString() {
    return type + member.map(name -> "#" + name).orElse("");
  }
}
