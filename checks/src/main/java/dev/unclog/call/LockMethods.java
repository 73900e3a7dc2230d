package dev.unclog.call;

import java.util.Set;

/** Methods of the JDK that have to do with locks, by name, for trees and for bytecode. */
public final class LockMethods {
  private static final Set<String> STAMPS =
      Set.of("readLock", "writeLock", "readLockInterruptibly", "writeLockInterruptibly");

  private static final Set<String> COMPUTING =
      Set.of("compute", "computeIfAbsent", "computeIfPresent", "merge");

  private LockMethods() {}

  /**
   * Whether it waits, if it is a {@code StampedLock}'s: that is, if it gives a stamp. A read-write
   * lock's methods of the same names take nothing.
   *
   * @param name a method's name
   * @return true for those four
   */
  public static boolean givesStamp(String name) {
    return STAMPS.contains(name);
  }

  /**
   * Whether it runs a function under a lock, if it is a {@code ConcurrentHashMap}'s.
   *
   * @param name a method's name
   * @return true for those four
   */
  public static boolean computes(String name) {
    return COMPUTING.contains(name);
  }
}
