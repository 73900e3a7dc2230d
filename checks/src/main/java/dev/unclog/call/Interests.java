package dev.unclog.call;

import java.util.Set;

/**
 * The simple names of methods that somebody will ask facts about, so that facts need not tell of
 * every call made before another.
 *
 * @param before methods that matter if they were called on the same receiver before, as {@code
 *     isDone}: for {@link Call#before}
 * @param asked methods whose answer matters whatever they were called on, as {@code inEventLoop}:
 *     for {@link Call#guards} and as {@link Value.Result}; and those that give what has the answer
 *     to a question already, as {@code getLocalHost}
 */
public record Interests(Set<String> before, Set<String> asked) {
  /** Nothing. */
  public static final Interests NONE = new Interests(Set.of(), Set.of());

  /** Copies the sets. */
  public Interests {
    before = Set.copyOf(before);
    asked = Set.copyOf(asked);
  }
}
