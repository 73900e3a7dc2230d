package dev.unclog.bytecode;

import dev.unclog.call.MethodKey;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * A call as far as its instruction tells.
 *
 * @param method what is called
 * @param parameters the types of its parameters
 * @param isExact whether exactly that method is run
 * @param hasReceiver whether it is called on something
 * @param returned what it leaves, of which nothing but the type is known
 * @param isResultTold whether facts name the call where they speak of what it leaves
 * @param lockUse what it does to locks
 */
record Site(
    MethodKey method,
    List<Type> parameters,
    boolean isExact,
    boolean hasReceiver,
    Cell returned,
    boolean isResultTold,
    LockUse lockUse) {
  /** What calls do to locks. */
  enum LockUse {
    /** Nothing. */
    NONE,
    /** {@code lock.lock()}. */
    TAKES,
    /** {@code lock.tryLock()}, which waits if it is given a time. */
    TRIES,
    /** {@code lock.unlock()}. */
    RELEASES,
    /** {@code readWriteLock.readLock()}: the same lock, as far as names go. */
    PASSES_ON,
    /** {@code object.wait()}. */
    WAITS_ON_MONITOR,
    /** {@code condition.await()}. */
    WAITS_ON_CONDITION,
    /** {@code map.compute(…)}, if the map is one that locks. */
    MAY_RUN_UNDER_MAP
  }
}
