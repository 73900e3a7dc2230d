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
 *     found true, {@code configureBlocking(false)} for a call made
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
    int line,
    String implied) {
  /** Copies the collections. */
  public Call {
    arguments = List.copyOf(arguments);
    before = Set.copyOf(before);
  }
}
