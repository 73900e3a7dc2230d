package dev.unclog.source;

import dev.unclog.call.MethodKey;
import java.util.List;
import java.util.Optional;

/**
 * Code that runs as one: a method, a type's initialisers, a function given away.
 *
 * @param name as reports show it, {@code com.acme.Session#onMessage(Message)}
 * @param key as facts name it
 * @param cooperative why it must not block; empty if it may
 */
record Body(String name, MethodKey key, Optional<Reason> cooperative) {
  /** What encloses no code. */
  static final Body NONE = new Body("", key("", ""), Optional.empty());

  /**
   * What runs the instance initialisers of a type: each of its constructors, and itself nothing.
   */
  static Body initialisers(String type, Optional<Reason> reason) {
    return new Body(type + "#<init>()", initialisersOf(type), reason);
  }

  /** The static initialisers of a type. */
  static Body statics(String type) {
    return new Body(type + "#<clinit>()", key(type, "<clinit>"), Optional.empty());
  }

  /** A function written in this body. */
  Body function(MethodKey functionKey, Optional<Reason> reason) {
    return new Body(name + "{function}", functionKey, reason);
  }

  static MethodKey initialisersOf(String type) {
    return key(type, "{initialisers}");
  }

  private static MethodKey key(String type, String name) {
    return new MethodKey(type, name, List.of());
  }
}
