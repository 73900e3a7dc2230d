package dev.unclog.source;

import dev.unclog.call.MethodKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Code that runs as one: a method, a type's initialisers, a function given away. */
final class Body {
  /** What encloses no code. */
  static final Body NONE = of(() -> key("", ""), Optional.empty());

  private static final String INITIALISERS = "{initialisers}";

  // Names cost more than the look at a body that turns out to be none of ours: nearly all are.
  private final Supplier<MethodKey> keySource;
  private final Supplier<MethodKey> methodSource;
  private final Supplier<String> nameSource;
  private final Optional<Reason> cooperative;
  private final boolean isHandedOff;
  private MethodKey key;

  private Body(
      Supplier<MethodKey> keySource,
      Supplier<MethodKey> methodSource,
      Supplier<String> nameSource,
      Optional<Reason> cooperative,
      boolean isHandedOff) {
    this.keySource = keySource;
    this.methodSource = methodSource;
    this.nameSource = nameSource;
    this.cooperative = cooperative;
    this.isHandedOff = isHandedOff;
  }

  /** The body of a method or constructor. */
  static Body of(Supplier<MethodKey> key, Optional<Reason> reason) {
    return new Body(key, key, () -> key.get().toString(), reason, /* isHandedOff= */ false);
  }

  /**
   * What runs the instance initialisers of a type: each of its constructors, and itself nothing.
   */
  static Body initialisers(CharSequence type, Optional<Reason> reason) {
    Supplier<MethodKey> key = () -> initialisersOf(type.toString());
    return new Body(
        key,
        key,
        () -> key(type.toString(), "<init>").toString(),
        reason,
        /* isHandedOff= */ false);
  }

  /** The static initialisers of a type. */
  static Body statics(CharSequence type) {
    return of(() -> key(type.toString(), "<clinit>"), Optional.empty());
  }

  /** A function written in this body. */
  Body function(Supplier<MethodKey> functionKey, Optional<Reason> reason) {
    return new Body(
        functionKey, methodSource, () -> name() + "{function}", reason, /* isHandedOff= */ false);
  }

  /** A function written in this body that runs where blocking is allowed, as far as is known. */
  Body handedOff(Supplier<MethodKey> functionKey) {
    return new Body(
        functionKey,
        methodSource,
        () -> name() + "{function}",
        Optional.empty(),
        /* isHandedOff= */ true);
  }

  /** A function written in this body that this body runs, although it was to be handed on. */
  Body inline(Supplier<MethodKey> functionKey, Optional<Reason> reason) {
    return new Body(functionKey, methodSource, nameSource, reason, /* isHandedOff= */ false);
  }

  /** As reports show it, {@code com.acme.Session#onMessage(Message)}. */
  String name() {
    return nameSource.get();
  }

  /** As facts name it. */
  MethodKey key() {
    if (key == null) {
      key = keySource.get();
    }
    return key;
  }

  /** The method that it is, or that it is written in. */
  MethodKey method() {
    return methodSource.get();
  }

  /** Why it must not block; empty if it may. */
  Optional<Reason> cooperative() {
    return cooperative;
  }

  /** Whether it is known to run elsewhere than the code around it, which may go on meanwhile. */
  boolean isHandedOff() {
    return isHandedOff;
  }

  static MethodKey initialisersOf(String type) {
    return key(type, INITIALISERS);
  }

  static boolean isOfInitialisers(MethodKey key) {
    return key.name().equals(INITIALISERS);
  }

  private static MethodKey key(String type, String name) {
    return new MethodKey(type, name, List.of());
  }
}
