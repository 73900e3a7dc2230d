package dev.unclog.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one body does.
 *
 * @param method the body's name
 * @param sourceFile the file's simple name; empty if unknown
 * @param nature whether there is code to speak of
 * @param calls the calls it makes, in the order of the code
 * @param acquired the locks it takes by itself, a {@code synchronized} method its monitor first
 * @param returned what it returns; {@link Value.Unknown} if that is not in sight, or nothing
 */
public record BodyFacts(
    MethodKey method,
    String sourceFile,
    Nature nature,
    List<Call> calls,
    List<Lock.Acquisition> acquired,
    Value returned) {
  /** Copies the lists. */
  public BodyFacts {
    calls = List.copyOf(calls);
    acquired = List.copyOf(acquired);
  }

  /**
   * A body that takes no lock and returns nothing of interest.
   *
   * @param method the body's name
   * @param sourceFile the file's simple name; empty if unknown
   * @param nature whether there is code to speak of
   * @param calls the calls it makes, in the order of the code
   */
  public BodyFacts(MethodKey method, String sourceFile, Nature nature, List<Call> calls) {
    this(method, sourceFile, nature, calls, List.of(), new Value.Unknown(""));
  }

  /**
   * The locks that it takes, or holds while it calls something: of one that it tried for it may be
   * that nobody waited.
   *
   * @return in the order of the code, those acquired first
   */
  public Set<Lock> locks() {
    Set<Lock> locks = new LinkedHashSet<>();
    for (Lock.Acquisition acquisition : acquired) {
      locks.add(acquisition.lock());
    }
    for (Call call : calls) {
      locks.addAll(call.held());
    }
    return locks;
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
