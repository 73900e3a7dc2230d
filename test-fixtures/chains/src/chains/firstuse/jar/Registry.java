package chains.firstuse.library;

/** It loads when it is first asked. */
public class Registry {
  private static volatile Registry only;
  private static Registry current;
  private static boolean begun;
  private final String name;
  private String title;
  private boolean isClosed;

  private Registry(String name) {
    this.name = name;
  }

  public static String get() {
    Registry known = only;
    if (known == null) {
      synchronized (Registry.class) {
        known = only;
        if (known == null) {
          only = known = new Registry(load());
        }
      }
    }
    return known.name;
  }

  public static synchronized String begun() {
    if (!begun) {
      load();
      begun = true;
    }
    return "begun";
  }

  public static String again() {
    if (current == null) {
      current = new Registry(load());
    }
    return current.name;
  }

  public static void forget() {
    current = null;
  }

  public String title() {
    if (title == null) {
      title = load();
    }
    return title;
  }

  public void close() {
    if (!isClosed) {
      isClosed = true;
      load();
    }
  }

  private static String load() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "name";
  }
}
