package chains.constantflags;

import chains.constantflags.library.Log;
import dev.unclog.annotations.Cooperative;

/** Final flags that every construction in sight sets to the same decide as constants do. */
class Flags {
  @Cooperative // silent
  void addsToALogThatWorksLater(Log log) {
    log.add("host");
  }

  /** Some logs resolve, others do not. */
  @Cooperative
  void addsToALogThatMayResolve(Log log) {
    log.addResolved("host"); // finds: BlockingCall InetAddress.getByName(String)
  }

  @Cooperative // silent
  void saves(Store store) {
    store.save();
  }

  @Cooperative // silent
  void savesHere(Store store) throws InterruptedException {
    store.saveHere();
  }

  @Cooperative
  void savesToOneThatMayWait(Store store) {
    store.saveOrWait(); // finds: BlockingCall Thread.sleep(long)
  }

  /** Nobody in sight makes one. */
  @Cooperative
  void savesToOneOfUnknownOrigin(Foreign foreign) {
    foreign.save(); // finds: BlockingCall Thread.sleep(long)
  }

  /** What makes it is a function. */
  @Cooperative
  void savesToOneMadeByReference(Referred referred) {
    referred.save(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsLater(Log log) {
    log.run(() -> pause());
  }

  @Cooperative // silent
  void runsLaterIfTold(Log log) {
    log.run(() -> pause(), false);
  }

  @Cooperative
  void runsAtOnceIfTold(Log log) {
    log.run(() -> pause(), true); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void runsAtOnceByAWrapper(boolean now) {
    maybe(Flags::pause, now); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsNotAtOnceByAWrapper() {
    maybe(Flags::pause, false);
  }

  private static void maybe(Runnable task, boolean now) {
    choose(task, now);
  }

  private static void choose(Runnable task, boolean now) {
    if (now) {
      task.run();
    }
  }

  static Store store() {
    return new Store("here", false);
  }

  static class Store {
    private final boolean waits;
    private final boolean mayWait;

    Store(String name, boolean waits) {
      this(waits, name.isEmpty());
    }

    private Store(boolean waits, boolean mayWait) {
      this.waits = waits;
      this.mayWait = mayWait;
    }

    void save() {
      if (waits) {
        pause();
      }
    }

    void saveHere() throws InterruptedException {
      if (!waits) {
        return;
      }
      pause();
    }

    void saveOrWait() {
      if (mayWait) {
        pause();
      }
    }
  }

  static class LargeStore extends Store {
    LargeStore() {
      super("large", false);
    }
  }

  static class Foreign {
    private final boolean waits;

    Foreign(boolean waits) {
      this.waits = waits;
    }

    void save() {
      if (waits) {
        pause();
      }
    }
  }

  interface Maker {
    Referred make(boolean waits);
  }

  static final Maker MAKER = Referred::new;

  static Referred referred() {
    return new Referred(false);
  }

  static class Referred {
    private final boolean waits;

    Referred(boolean waits) {
      this.waits = waits;
    }

    void save() {
      if (waits) {
        pause();
      }
    }
  }

  static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
