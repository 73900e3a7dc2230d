package dev.unclog.cli.loop;

import dev.unclog.sarif.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Something that the probe saw block a hub.
 *
 * @param jvm which JVM it was in
 * @param time when it began, in the words of the report
 * @param hub the thread's name
 * @param kind what it waited for
 * @param operation what it did
 * @param millis how long it took
 * @param place the application's frame, as in a stack; empty if there is none
 * @param stack innermost first
 * @param findings the fingerprints of the findings that foretold it
 * @param isAllowed whether somebody said that it may
 */
public record Observed(
    String jvm,
    String time,
    String hub,
    String kind,
    String operation,
    double millis,
    String place,
    List<Frame> stack,
    List<String> findings,
    boolean isAllowed) {
  /**
   * A frame of a stack.
   *
   * @param type the binary name of the class
   * @param method the method's name
   * @param text as a stack shows it
   */
  public record Frame(String type, String method, String text) {
    private static final String FUNCTION = "lambda$";
    private static final List<String> JDK =
        List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.jcp.xml.");

    /** Whether it is the JDK's own code. */
    boolean isOfJdk() {
      return JDK.stream().anyMatch(type::startsWith);
    }

    /** Whether it is that of a function, whose name means nothing. */
    boolean isFunction() {
      return method.startsWith(FUNCTION);
    }

    /** Whether source can name it: no function, no initialiser, not in an anonymous class. */
    boolean isNamed() {
      return !method.contains("$") && !method.startsWith("<") && !type.matches(".*\\$[0-9].*");
    }

    static Optional<Frame> parse(String text) {
      int end = text.indexOf('(');
      int dot = end < 0 ? -1 : text.lastIndexOf('.', end);
      if (dot < 0) {
        return Optional.empty();
      }
      // Of a class in a named module or loader, these stand before a slash.
      String type = text.substring(text.lastIndexOf('/', dot) + 1, dot);
      return Optional.of(new Frame(type, text.substring(dot + 1, end), text));
    }
  }

  static Observed of(Tree line, boolean isAllowed) {
    Tree frame = line.in("frame");
    return new Observed(
        line.text("jvm"),
        line.text("time"),
        line.text("hub"),
        line.text("kind"),
        line.text("operation"),
        line.fraction("millis"),
        frame.isThere() ? place(frame) : "",
        line.list("stack").stream().flatMap(each -> Frame.parse(each.text()).stream()).toList(),
        line.list("findings").stream().map(Tree::text).toList(),
        isAllowed);
  }

  private static String place(Tree frame) {
    return frame.text("class")
        + "."
        + frame.text("method")
        + "("
        + frame.text("file")
        + ":"
        + frame.number("line")
        + ")";
  }
}
