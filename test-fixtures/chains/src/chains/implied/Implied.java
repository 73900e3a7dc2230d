package chains.implied;

import dev.unclog.annotations.Cooperative;
import java.util.Iterator;
import java.util.List;

/** Calls that the language makes: at the end of a try, around a loop. */
class Implied {
  @Cooperative
  void closesAtTheEnd(Slow slow) {
    try (slow) { // finds: BlockingCall Thread.sleep(long)
      slow.name();
    }
  }

  @Cooperative // silent
  void closesQuicklyAtTheEnd(Quick quick) {
    try (quick) {
      quick.name();
    }
  }

  @Cooperative
  void goesAround(Pages pages) {
    for (String page : pages) { // finds: BlockingCall Thread.sleep(long)
      page.length();
    }
  }

  @Cooperative // silent
  void goesAroundQuickly(List<String> pages) {
    for (String page : pages) {
      page.length();
    }
  }

  /** Further down. */
  @Cooperative
  void closesInAHelper() {
    use(new Slow()); // finds: BlockingCall Thread.sleep(long)
  }

  private static String use(Slow given) {
    try (Slow slow = given) {
      return slow.name();
    }
  }

  static class Slow implements AutoCloseable {
    String name() {
      return "slow";
    }

    @Override
    public void close() {
      pause();
    }
  }

  static class Quick implements AutoCloseable {
    String name() {
      return "quick";
    }

    @Override
    public void close() {}
  }

  static class Pages implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      pause();
      return List.of("page").iterator();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
