package dev.unclog.probe.report;

import java.util.List;

/** One JSON object on one line. Flat enough to need no library on an application's class path. */
public final class Json {
  private final StringBuilder text = new StringBuilder("{");

  private Json() {}

  /**
   * Begins a line.
   *
   * @param type what the line tells
   * @return the line
   */
  public static Json line(String type) {
    return new Json().add("type", type);
  }

  /**
   * Adds a text.
   *
   * @param name the member's name
   * @param value its value; null is left out
   * @return this
   */
  public Json add(String name, String value) {
    if (value != null) {
      name(name);
      quote(value);
    }
    return this;
  }

  /**
   * Adds a number.
   *
   * @param name the member's name
   * @param value its value
   * @return this
   */
  public Json add(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  /**
   * Adds a truth value.
   *
   * @param name the member's name
   * @param value its value
   * @return this
   */
  public Json add(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  /**
   * Adds nanoseconds as milliseconds, three digits after the point.
   *
   * @param name the member's name
   * @param nanos a time
   * @return this
   */
  public Json addMillis(String name, long nanos) {
    name(name);
    long micros = nanos / 1_000;
    text.append(micros / 1_000).append('.');
    String rest = Long.toString(micros % 1_000);
    text.append("0".repeat(3 - rest.length())).append(rest);
    return this;
  }

  /**
   * Adds a list of texts.
   *
   * @param name the member's name
   * @param values the elements, each as its {@code toString} says
   * @return this
   */
  public Json add(String name, List<?> values) {
    name(name);
    text.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      quote(values.get(i).toString());
    }
    text.append(']');
    return this;
  }

  /**
   * Adds where in the source it is.
   *
   * @param name the member's name
   * @param frame a frame; null is left out
   * @return this
   */
  public Json add(String name, StackTraceElement frame) {
    if (frame == null) {
      return this;
    }
    name(name);
    Json inner = new Json();
    inner.add("class", frame.getClassName());
    inner.add("method", frame.getMethodName());
    inner.add("file", frame.getFileName());
    if (frame.getLineNumber() > 0) {
      inner.add("line", frame.getLineNumber());
    }
    text.append(inner);
    return this;
  }

  private void name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
        text.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /** The object, without the end of the line. */
  @Override
  public String toString() {
    return text + "}";
  }
}
