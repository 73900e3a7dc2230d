package dev.unclog.probe.report;

import dev.unclog.probe.boot.Operation;
import java.util.List;

/**
 * Tells a thread that waits for work from one that is blocked by it, where no woven loop does.
 *
 * <p>A loop of one's own that takes tasks from a queue, or waits at a selector, does so from the
 * outermost method of the application on its thread; what tasks do lies further in.
 */
public final class IdleByStack {
  private IdleByStack() {}

  /**
   * Whether the thread waits for work.
   *
   * @param stack innermost first
   * @param operation what it does
   * @return true if it is idle
   */
  public static boolean isIdle(List<StackTraceElement> stack, Operation operation) {
    return switch (operation) {
      case PARK, OBJECT_WAIT -> takesFromQueue(stack) && isOutermost(stack);
      case SELECT -> isOutermost(stack);
      default -> false;
    };
  }

  /** The JDK's frames right below the application's innermost: a queue's, or the bare wait. */
  private static boolean takesFromQueue(List<StackTraceElement> stack) {
    StackTraceElement last = null;
    for (StackTraceElement frame : stack) {
      if (!Frames.isJdk(frame.getClassName())) {
        break;
      }
      last = frame;
    }
    if (last == null) {
      return true; // Object.wait on the JDKs where it is native: there is no frame of the JDK.
    }
    String type = last.getClassName();
    return type.endsWith("Queue")
        || type.endsWith("Deque")
        || type.equals("java.util.concurrent.locks.LockSupport")
        || type.equals("java.lang.Object")
        || type.startsWith("java.util.concurrent.locks.AbstractQueuedSynchronizer$Condition");
  }

  private static boolean isOutermost(List<StackTraceElement> stack) {
    int outside = 0;
    for (StackTraceElement frame : stack) {
      if (!Frames.isJdk(frame.getClassName()) && !Frames.isOwn(frame.getClassName())) {
        outside++;
      }
    }
    return outside <= 1;
  }
}
