package dev.unclog.bytecode;

import dev.unclog.call.Guard;
import dev.unclog.call.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What branches have found out, on every way to an instruction.
 *
 * <p>What was found of a parameter, or of what a method answered once, stays so: unlike a {@link
 * Fact} it is lost by nothing but another way.
 *
 * @param list in the order found
 */
record Guards(List<Guard> list) {
  static final Guards NONE = new Guards(List.of());

  /** Calls times guards must grow with the code alone; hand-written code has a few at a time. */
  private static final int MOST = 16;

  boolean has(Guard guard) {
    return list.contains(guard);
  }

  /** With what the answer to a test shows, if that is a truth to speak of. */
  Guards with(Value tested, boolean answer) {
    if (!Truths.isTruth(tested) || list.size() == MOST) {
      return this;
    }
    Guard guard = Truths.found(tested, answer);
    if (has(guard)) {
      return this;
    }
    List<Guard> more = new ArrayList<>(list);
    more.add(guard);
    return new Guards(List.copyOf(more));
  }

  /** What was found on this way and on the other. */
  Guards join(Guards other) {
    if (list.isEmpty() || other.list.containsAll(list)) {
      return this;
    }
    List<Guard> common = new ArrayList<>(list);
    common.retainAll(other.list);
    return new Guards(List.copyOf(common));
  }
}
