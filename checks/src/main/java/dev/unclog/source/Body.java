package dev.unclog.source;

import java.util.Optional;

/**
 * Code that runs as one: a method, a type's initialisers, a function given away.
 *
 * @param name as reports show it, {@code com.acme.Session#onMessage(Message)}
 * @param cooperative why it must not block; empty if it may
 */
record Body(String name, Optional<Reason> cooperative) {}
