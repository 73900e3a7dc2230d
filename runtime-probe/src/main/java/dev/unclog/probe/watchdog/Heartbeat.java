package dev.unclog.probe.watchdog;

import dev.unclog.probe.boot.Hub;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * A task that a hub's executor is handed now and then, to see how long it lies there.
 *
 * <p>A hub that waits for work has no lag, and is not woken to prove it; one that shuts down is
 * left alone, since each task puts off its end.
 */
final class Heartbeat {
  private final Hub hub;
  private final long interval;
  private final Lag lag;
  private volatile long sentAt;
  private volatile boolean out;
  private volatile long unseen;
  private long next;

  Heartbeat(Hub hub, long interval, Lag lag) {
    this.hub = hub;
    this.interval = interval;
    this.lag = lag;
  }

  void forget(long nanos) {
    unseen += nanos;
  }

  void beat(long now, boolean idle) {
    if (out || idle || now < next) {
      return;
    }
    Executor executor = hub.executor();
    if (executor == null || isEnding(executor)) {
      return;
    }
    next = now + interval;
    sentAt = now;
    unseen = 0;
    out = true;
    try {
      executor.execute(this::arrived);
    } catch (RuntimeException e) {
      out = false; // Rejected: it has ended meanwhile.
    }
  }

  private void arrived() {
    lag.add(System.nanoTime() - sentAt - unseen);
    out = false;
  }

  private static boolean isEnding(Executor executor) {
    if (executor instanceof ExecutorService service && service.isShutdown()) {
      return true;
    }
    Method question = IS_SHUTTING_DOWN.get(executor.getClass());
    try {
      return question != NONE && Boolean.TRUE.equals(question.invoke(executor));
    } catch (IllegalAccessException | InvocationTargetException e) {
      return true; // Whatever it is, leave it alone.
    }
  }

  private static final Method NONE = none();

  private static Method none() {
    try {
      return Object.class.getMethod("hashCode");
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** Netty's {@code EventExecutorGroup.isShuttingDown()}, under whatever package name. */
  private static final ClassValue<Method> IS_SHUTTING_DOWN =
      new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
          for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Method found = inInterfaces(each);
            if (found != null) {
              return found;
            }
          }
          return NONE;
        }

        private Method inInterfaces(Class<?> type) {
          for (Class<?> each : type.getInterfaces()) {
            try {
              return each.getMethod("isShuttingDown");
            } catch (NoSuchMethodException e) {
              Method found = inInterfaces(each);
              if (found != null) {
                return found;
              }
            }
          }
          return null;
        }
      };
}
