package chains.jars;

import chains.jars.store.Store;
import dev.unclog.annotations.Cooperative;

/** The way leads into the class files of a dependency. */
class Session {
  private final Store store = new Store();

  @Cooperative
  void saves() {
    store.save("text"); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[])
  }

  @Cooperative // silent
  void counts() {
    store.size();
  }

  /** From the sources into the jar, and back into a function of the sources. */
  @Cooperative
  void runsInATransaction() {
    store.inTransaction(Session::slowly); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsQuicklyInATransaction() {
    store.inTransaction(() -> 1);
  }

  /** A function that the jar makes. */
  @Cooperative
  void runsWhatTheJarMade() {
    store.saver("text").run(); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[])
  }

  @Cooperative // silent
  void keepsWhatTheJarMade() {
    Runnable saver = store.saver("text");
    saver.hashCode();
  }

  private static int slowly() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }
}
