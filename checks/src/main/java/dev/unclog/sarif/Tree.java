package dev.unclog.sarif;

import java.util.List;
import java.util.Map;

/**
 * A look into a document that others may have written: what is not there, or is something else, is
 * empty.
 */
public final class Tree {
  /** Nothing. */
  public static final Tree NONE = new Tree(null);

  private final Object value;

  private Tree(Object value) {
    this.value = value;
  }

  /**
   * A part of a document.
   *
   * @param value a map, a list, a text, a number, a truth value or null
   * @return the part
   */
  public static Tree of(Object value) {
    return new Tree(value);
  }

  /**
   * A member.
   *
   * @param name its name
   * @return the member
   */
  public Tree in(String name) {
    return value instanceof Map<?, ?> map ? of(map.get(name)) : NONE;
  }

  /**
   * The elements of a member that is a list.
   *
   * @param name its name
   * @return the elements
   */
  public List<Tree> list(String name) {
    return in(name).value instanceof List<?> list
        ? list.stream().<Tree>map(Tree::of).toList()
        : List.of();
  }

  /**
   * A member that is a text.
   *
   * @param name its name
   * @return the text
   */
  public String text(String name) {
    return in(name).text();
  }

  /**
   * This, if it is a text.
   *
   * @return the text
   */
  public String text() {
    return value instanceof String text ? text : "";
  }

  /**
   * A member that is a whole number.
   *
   * @param name its name
   * @return the number, or 0
   */
  public long number(String name) {
    return in(name).value instanceof Number number ? number.longValue() : 0;
  }

  /**
   * A member that is a number.
   *
   * @param name its name
   * @return the number, or 0
   */
  public double fraction(String name) {
    return in(name).value instanceof Number number ? number.doubleValue() : 0;
  }

  /**
   * Whether anything is there.
   *
   * @return false for {@link #NONE} and its like
   */
  public boolean isThere() {
    return value != null;
  }

  /**
   * This, if it is an object.
   *
   * @return its members
   */
  @SuppressWarnings("unchecked") // No document has names that are no texts.
  public Map<String, Object> map() {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
