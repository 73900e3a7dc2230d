package dev.unclog.call;

import java.util.List;
import java.util.Set;

/**
 * A call that a body makes.
 *
 * @param callee what is named, in the type that declares it as far as that is known
 * @param receiverType the binary name of the type through which it is called
 * @param isExact whether exactly this method is run: static, private, a constructor, {@code
 *     super.…}; otherwise an override may be
 * @param receiver what it is called on; {@link Value.Null} where there is none
 * @param arguments what it is given
 * @param before what was done to the same receiver on every way here: {@code isDone()} for a method
 *     found true, {@code configureBlocking(false)} for a call made, {@code !instanceof acme.Pool}
 *     for a type that it was found not to be of
 * @param guards what was found on every way here
 * @param held the locks that the body holds while it calls, the one taken last at the end; a method
 *     that runs its functions under a lock of its own, as {@code ConcurrentHashMap.compute}, is
 *     called under that
 * @param line where it stands; 0 if unknown
 * @param implied what calls it if the source does not, as {@code "by this loop"}; else empty
 */
public record Call(
    MethodKey callee,
    String receiverType,
    boolean isExact,
    Value receiver,
    List<Value> arguments,
    Set<String> before,
    List<Guard> guards,
    List<Lock> held,
    int line,
    String implied) {
  /** In {@code before}: the receiver was made in the same place, and nobody else has had it. */
  public static final String JUST_MADE = "new";

  /** What a type's binary name stands behind, in {@link #before}, that the receiver is not of. */
  public static final String NOT_OF = "!instanceof ";

  /** Copies the collections. */
  public Call {
    arguments = List.copyOf(arguments);
    before = Set.copyOf(before);
    guards = List.copyOf(guards);
    held = List.copyOf(held);
  }

  /**
   * The types that the receiver was found not to be of.
   *
   * @return their binary names
   */
  public List<String> refutedTypes() {
    return before.isEmpty()
        ? List.of()
        : before.stream()
            .filter(each -> each.startsWith(NOT_OF))
            .map(each -> each.substring(NOT_OF.length()))
            .toList();
  }

  /**
   * The same call through another type.
   *
   * @param type the binary name of a subtype of {@link #receiverType()}
   * @return the call as it is made where the receiver is known to be of that type
   */
  public Call through(String type) {
    return new Call(
        callee, type, isExact, receiver, arguments, before, guards, held, line, implied);
  }

  /**
   * A call of which nothing is known but what is called, and what that is given.
   *
   * @param callee the method that is named
   * @param receiverType the type that it is called through, by binary name
   * @param isExact whether that very method is run
   * @param arguments what it is given
   * @return the call
   */
  public static Call of(
      MethodKey callee, String receiverType, boolean isExact, List<Value> arguments) {
    return new Call(
        callee,
        receiverType,
        isExact,
        new Value.Unknown(receiverType),
        arguments,
        Set.of(),
        List.of(),
        List.of(),
        0,
        "");
  }

  /**
   * A call of exactly one method, with nothing known but its arguments.
   *
   * @param callee what is run
   * @param receiver what it is called on
   * @param arguments what it is given
   * @param line where it stands; 0 if unknown
   * @return the call
   */
  public static Call exactly(MethodKey callee, Value receiver, List<Value> arguments, int line) {
    return new Call(
        callee, callee.type(), true, receiver, arguments, Set.of(), List.of(), List.of(), line, "");
  }
}
