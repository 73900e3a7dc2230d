package dev.unclog.bytecode;

import dev.unclog.call.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Locks that are held, on every way to an instruction.
 *
 * @param locks in the order taken; one that was taken twice is there twice
 */
record Held(List<Lock> locks) {
  static final Held NONE = new Held(List.of());

  /** Calls times locks must grow with the code alone; hand-written code holds a few at a time. */
  private static final int MOST = 16;

  Held with(Lock lock) {
    if (locks.size() == MOST) {
      return this;
    }
    List<Lock> more = new ArrayList<>(locks);
    more.add(lock);
    return new Held(List.copyOf(more));
  }

  /** Each but once. */
  List<Lock> distinct() {
    return locks.size() < 2 ? locks : locks.stream().distinct().toList();
  }

  /** Without the last of some locks; the same if there is none. */
  Held withoutLast(Predicate<Lock> isReleased) {
    for (int i = locks.size() - 1; i >= 0; i--) {
      if (isReleased.test(locks.get(i))) {
        List<Lock> left = new ArrayList<>(locks);
        left.remove(i);
        return new Held(List.copyOf(left));
      }
    }
    return this;
  }

  /** What is held on this way and on the other. */
  Held join(Held other) {
    if (locks.isEmpty() || locks.equals(other.locks)) {
      return this;
    }
    List<Lock> others = new ArrayList<>(other.locks);
    List<Lock> common = new ArrayList<>(locks);
    common.removeIf(lock -> !others.remove(lock));
    return common.size() == locks.size() ? this : new Held(List.copyOf(common));
  }
}
