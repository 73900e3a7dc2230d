package dev.unclog.call;

import java.util.List;

/**
 * What one body does.
 *
 * @param method the body's name
 * @param sourceFile the file's simple name; empty if unknown
 * @param nature whether there is code to speak of
 * @param calls the calls it makes, in the order of the code
 */
public record BodyFacts(MethodKey method, String sourceFile, Nature nature, List<Call> calls) {
  /** Copies the list. */
  public BodyFacts {
    calls = List.copyOf(calls);
  }

  /** What a method has in the place of its body. */
  public enum Nature {
    /** Code in Java. */
    CODE,
    /** Nothing: others implement it. */
    ABSTRACT,
    /** Code outside the JVM. */
    NATIVE
  }
}
