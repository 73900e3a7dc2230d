package dev.unclog.probe.boot;

import java.util.ArrayList;
import java.util.List;

/**
 * The hubs of this JVM, by thread.
 *
 * <p>Nearly all look-ups come from threads that are none, and each watched call makes one: a table
 * with open addresses that is copied when it changes answers them without a lock, without a {@code
 * ThreadLocal} entry on each thread that ever reads a file, and without garbage.
 */
public final class Hubs {
  /** What virtual threads are, where there are any. */
  private static final Class<?> VIRTUAL = virtual();

  private static volatile Hub[] table;
  private static int count;

  private Hubs() {}

  /** The current thread's hub, or null for nearly all threads. */
  static Hub current() {
    Hub[] hubs = table;
    return hubs == null ? null : find(hubs, Thread.currentThread());
  }

  /**
   * The hub of a thread.
   *
   * @param thread any thread
   * @return its hub, or null
   */
  public static Hub of(Thread thread) {
    Hub[] hubs = table;
    return hubs == null ? null : find(hubs, thread);
  }

  private static Hub find(Hub[] hubs, Thread thread) {
    int mask = hubs.length - 1;
    int place = System.identityHashCode(thread) & mask;
    Hub hub = hubs[place];
    while (hub != null) {
      if (hub.thread() == thread) {
        return hub;
      }
      place = (place + 1) & mask;
      hub = hubs[place];
    }
    return null;
  }

  private static Class<?> virtual() {
    try {
      return Class.forName("java.lang.BaseVirtualThread", false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static boolean isVirtual(Thread thread) {
    return VIRTUAL != null && VIRTUAL.isInstance(thread);
  }

  /**
   * Makes a thread a hub, for as long as it lives.
   *
   * @param thread the thread; best called on the thread itself, see {@link Hub#nativeId()}
   * @param type by what it was recognised
   * @return the hub, which may have been one before; null for a virtual thread, which keeps nobody
   *     from their work by blocking, and of which there may be a million
   */
  public static Hub register(Thread thread, String type) {
    if (isVirtual(thread)) {
      return null;
    }
    Hub hub = of(thread);
    if (hub == null || !hub.isPermanent()) {
      hub = new Hub(thread, type);
      hub.makePermanent();
      put(hub);
    }
    return hub;
  }

  /**
   * The hub of the current thread, which may be one only while it runs cooperative code; null for a
   * virtual thread.
   */
  static Hub forCooperativeCode() {
    Hub hub = current();
    if (hub == null && !isVirtual(Thread.currentThread())) {
      hub = new Hub(Thread.currentThread(), "cooperative");
      hub.startIdle();
      put(hub);
    }
    return hub;
  }

  private static synchronized void put(Hub added) {
    List<Hub> all = new ArrayList<>(all());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).thread() == added.thread()) {
        all.remove(i--);
      }
    }
    all.add(added);
    rebuild(all);
  }

  /**
   * Ends a thread's being a hub.
   *
   * @param hub the hub
   */
  public static synchronized void remove(Hub hub) {
    List<Hub> all = new ArrayList<>(all());
    if (all.remove(hub)) {
      rebuild(all);
    }
  }

  /**
   * All hubs.
   *
   * @return a copy
   */
  public static List<Hub> all() {
    Hub[] hubs = table;
    List<Hub> all = new ArrayList<>();
    if (hubs != null) {
      for (Hub hub : hubs) {
        if (hub != null) {
          all.add(hub);
        }
      }
    }
    return all;
  }

  /**
   * Changes with each hub that comes or goes.
   *
   * @return the table, to be compared by identity and nothing else
   */
  public static Object version() {
    return table;
  }

  private static void rebuild(List<Hub> hubs) {
    count = hubs.size();
    if (count == 0) {
      table = null;
      return;
    }
    Hub[] rebuilt = new Hub[Integer.highestOneBit(count) << 2];
    int mask = rebuilt.length - 1;
    for (Hub hub : hubs) {
      int place = System.identityHashCode(hub.thread()) & mask;
      while (rebuilt[place] != null) {
        place = (place + 1) & mask;
      }
      rebuilt[place] = hub;
    }
    table = rebuilt;
  }
}
