package dev.unclog.probe.hub;

import dev.unclog.probe.boot.Recogniser;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows hubs by the class of their thread, by its name, or by the pool it works for. */
public final class HubTypes implements Recogniser {
  private static final String NAMED = "named";

  /** Marks that frameworks put on threads which must not block. */
  private static final Map<String, String> MARKS =
      Map.of(
          "reactor.core.scheduler.NonBlocking", "reactor",
          "io.reactivex.rxjava3.internal.schedulers.NonBlockingThread", "rxjava",
          "io.reactivex.internal.schedulers.NonBlockingThread", "rxjava",
          "java.awt.EventDispatchThread", "awt");

  private final NamePattern names;
  private final List<WeakReference<Object>> pools = new CopyOnWriteArrayList<>();

  /**
   * Creates it.
   *
   * @param names of the threads that the user calls hubs
   */
  public HubTypes(NamePattern names) {
    this.names = names;
  }

  /**
   * Makes a pool's workers hubs, those that run now too, from their next task on.
   *
   * @param pool the pool
   */
  public void addPool(Object pool) {
    pools.add(new WeakReference<>(pool));
  }

  @Override
  public String hubType(Thread thread) {
    if (thread.getClass() != Thread.class) {
      String type = byMark(thread.getClass());
      if (type != null) {
        return type;
      }
    }
    return names.matches(thread.getName()) ? NAMED : null;
  }

  @Override
  public String poolType(Object pool) {
    for (WeakReference<Object> reference : pools) {
      if (reference.refersTo(pool)) {
        return "registered";
      }
    }
    return null;
  }

  private static String byMark(Class<?> type) {
    for (Class<?> each = type; each != Thread.class && each != null; each = each.getSuperclass()) {
      String found = MARKS.get(each.getName());
      if (found != null) {
        return found;
      }
      for (Class<?> marker : each.getInterfaces()) {
        found = MARKS.get(marker.getName());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
