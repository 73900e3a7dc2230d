package dev.unclog.probe.weave;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * What could not be woven. Each cause is told once, however many classes it hits, and no more than
 * a few causes are kept: the application goes on unwoven in any case.
 */
final class Failures {
  private static final int MOST_CAUSES = 50;

  private final Set<String> causes = new HashSet<>();
  private final ConcurrentLinkedQueue<String> untold = new ConcurrentLinkedQueue<>();
  private Consumer<String> listener;
  private long count;

  synchronized void add(String what, Throwable failure) {
    count++;
    if (causes.size() < MOST_CAUSES && causes.add(cause(failure))) {
      String phrase = what + ": " + failure;
      if (listener == null) {
        untold.add(phrase);
      } else {
        listener.accept(phrase);
      }
    }
  }

  /** What and where: messages name the class, of which there may be thousands. */
  private static String cause(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    return failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }

  String poll() {
    return untold.poll();
  }

  synchronized void listen(Consumer<String> to) {
    listener = to;
    for (String phrase = untold.poll(); phrase != null; phrase = untold.poll()) {
      to.accept(phrase);
    }
  }

  synchronized long count() {
    return count;
  }
}
