package chains.firstuse;

import chains.firstuse.library.Registry;
import dev.unclog.annotations.Cooperative;
import java.util.HashMap;
import java.util.Map;

/**
 * What is done once in a process, when something is first asked for, is charged to nobody, as with
 * static initialisers.
 */
class FirstUse {
  private static volatile String made;
  private static String closed;
  private static String never;
  private static boolean ready;
  private static boolean stopped;
  private String own;
  private final Map<String, String> names = new HashMap<>();
  private boolean isClosed;

  @Cooperative // silent
  String makesItOnce() {
    if (made == null) {
      made = load();
    }
    return made;
  }

  @Cooperative // silent
  String asksForWhatIsMadeOnce() {
    return made();
  }

  private static String made() {
    String result = made;
    if (result == null) {
      synchronized (FirstUse.class) {
        result = made;
        if (result == null) {
          made = result = load();
        }
      }
    }
    return result;
  }

  @Cooperative // silent
  void makesReady() {
    ensureReady();
  }

  private static synchronized void ensureReady() {
    if (ready) {
      return;
    }
    load();
    ready = true;
  }

  @Cooperative
  void stopsEachTime() {
    stop(); // finds: BlockingCall Thread.sleep(long)
  }

  private static void stop() {
    if (!stopped) {
      load();
      stopped = false;
    }
  }

  /** Somebody closes it, and then it is made anew. */
  @Cooperative
  String makesItAgain() {
    if (closed == null) {
      closed = load(); // finds: BlockingCall Thread.sleep(long)
    }
    return closed;
  }

  static void close() {
    closed = null;
  }

  /** It stays null. */
  @Cooperative
  String doesWithoutEachTime() {
    return never == null ? load() : never; // finds: BlockingCall Thread.sleep(long)
  }

  /** Each object makes its own, and who makes it here may well be the first. */
  @Cooperative
  String makesItForEachObject() {
    if (own == null) {
      own = load(); // finds: BlockingCall Thread.sleep(long)
    }
    return own;
  }

  /** Others may have asked before: that is far-fetched. */
  @Cooperative // silent
  String asksForWhatEachObjectMakes() {
    return own();
  }

  private String own() {
    if (own == null) {
      own = load();
    }
    return own;
  }

  /** What is taken out of a map, and made where it is missing. */
  @Cooperative // silent
  String asksForWhatAMapLacks(String key) {
    return taken(key);
  }

  private String taken(String key) {
    String name = names.get(key);
    if (name == null) {
      name = load();
      names.put(key, name);
    }
    return name;
  }

  @Cooperative
  String makesWhatAMapLacks(String key) {
    String name = names.get(key);
    if (name == null) {
      name = load(); // finds: BlockingCall Thread.sleep(long)
      names.put(key, name);
    }
    return name;
  }

  /** It is not put into the map. */
  @Cooperative
  String asksForWhatAMapLacksForGood(String key) {
    return missing(key); // finds: BlockingCall Thread.sleep(long)
  }

  private String missing(String key) {
    String name = names.get(key);
    return name == null ? load() : name;
  }

  @Cooperative // silent
  String asksForWhatAMapMakes(String key) {
    return computed(key);
  }

  private String computed(String key) {
    return names.computeIfAbsent(key, each -> load());
  }

  /** Each time. */
  @Cooperative
  String asksForWhatAMapMakesAnew(String key) {
    return recomputed(key); // finds: BlockingCall Thread.sleep(long)
  }

  private String recomputed(String key) {
    return names.compute(key, (each, old) -> load());
  }

  private String lazily;

  private synchronized String lazily() {
    if (lazily == null) {
      lazily = load();
    }
    return lazily;
  }

  /** Who holds the monitor over anything that blocks is who asks first. */
  @Cooperative // silent
  String asksForWhatIsMadeUnderAMonitor() {
    return lazily();
  }

  /** That a flag was not set tells of no first use: it may tell of an end. */
  @Cooperative
  void closesOnce() {
    closeOnce(); // finds: BlockingCall Thread.sleep(long)
  }

  private void closeOnce() {
    if (!isClosed) {
      isClosed = true;
      load();
    }
  }

  @Cooperative // silent
  String asksALibraryForWhatEachObjectMakes(Registry registry) {
    return registry.title();
  }

  @Cooperative
  void closesALibraryOnce(Registry registry) {
    registry.close(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  String asksALibraryForWhatIsMadeOnce() {
    return Registry.get();
  }

  @Cooperative // silent
  String asksALibraryThatBeginsOnce() {
    return Registry.begun();
  }

  @Cooperative // silent
  String asksALibraryThatMakesItAgain() {
    return Registry.again();
  }

  static String load() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "name";
  }
}
