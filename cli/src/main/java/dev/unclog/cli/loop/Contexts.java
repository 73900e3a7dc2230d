package dev.unclog.cli.loop;

import dev.unclog.cli.loop.Observed.Frame;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The code that the compiler knows must not block. */
public final class Contexts {
  private static final String FUNCTION = "{function}";
  private static final String LAMBDA = "lambda$";

  private final Set<String> methods = new HashSet<>();
  private final Set<String> functionsIn = new HashSet<>();

  /**
   * Takes bodies by name.
   *
   * @param bodies as {@code com.acme.Session#onMessage(Message)}, with {@code {function}} behind it
   *     for what is written in one
   */
  Contexts(Collection<String> bodies) {
    for (String body : bodies) {
      String method = body.replaceFirst("\\(.*", "");
      (body.endsWith(FUNCTION) ? functionsIn : methods).add(method);
    }
  }

  /** Whether a frame is that of such code, as far as names tell. */
  boolean include(Frame frame) {
    if (!frame.isFunction()) {
      return methods.contains(frame.type() + "#" + frame.method());
    }
    String rest = frame.method().substring(LAMBDA.length());
    String around = rest.substring(0, Math.max(0, rest.lastIndexOf('$')));
    String method =
        switch (around) {
          case "new" -> "<init>";
          case "static" -> "<clinit>";
          default -> around;
        };
    return functionsIn.contains(frame.type() + "#" + method);
  }
}
