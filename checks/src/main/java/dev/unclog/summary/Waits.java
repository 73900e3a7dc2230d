package dev.unclog.summary;

import dev.unclog.call.Lock;

/** Waits that let go of the lock they are about. */
final class Waits {
  private static final String ON_MONITOR = "java.lang.Object#wait(";
  private static final String ON_CONDITION = "java.util.concurrent.locks.Condition#await";

  private Waits() {}

  /**
   * Whether a wait may well be about a lock that somebody holds: another method's variables go by
   * other names, but few wait for a signal while they keep others from giving it.
   *
   * @param sink what blocks
   * @param kind what is held
   */
  static boolean mayLetGo(Program.Judged.Sink sink, Lock.Kind kind) {
    return switch (kind) {
      case MONITOR -> sink.id().startsWith(ON_MONITOR);
      case LOCK -> sink.id().startsWith(ON_CONDITION);
      case MAP -> false;
    };
  }
}
