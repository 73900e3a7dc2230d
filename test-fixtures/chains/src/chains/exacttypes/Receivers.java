package chains.exacttypes;

import dev.unclog.annotations.Cooperative;

/**
 * A receiver whose every assignment is a {@code new} has that type, whatever other implementations
 * there are. There are four, more than are worth guessing among, and one of them blocks.
 */
class Receivers {
  private final Task blockingField = new Slow();
  private final Task quickField = new Quick();
  private final Task fromConstructor;
  private final Task quickFromConstructor;
  private final Task given;

  Receivers(Task given) {
    this.fromConstructor = new Slow();
    this.quickFromConstructor = new Quick();
    this.given = given;
  }

  @Cooperative
  void callsANewOne() {
    new Slow().work(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsANewQuickOne() {
    new Quick().work();
  }

  @Cooperative
  void callsALocal() {
    Task task = new Slow();
    task.work(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAQuickLocal() {
    Task task = new Quick();
    task.work();
  }

  @Cooperative
  void callsALocalOfOneTypeOnEitherWay(boolean twice) {
    Task task;
    if (twice) {
      task = new Slow(2);
    } else {
      task = new Slow(1);
    }
    task.work(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAQuickLocalOnEitherWay(boolean twice) {
    Task task;
    if (twice) {
      task = new Quick();
    } else {
      task = new AlsoQuick();
    }
    task.work();
  }

  @Cooperative
  void callsAFinalField() {
    blockingField.work(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAQuickFinalField() {
    quickField.work();
  }

  @Cooperative
  void callsAFieldSetByTheConstructor() {
    fromConstructor.work(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAQuickFieldSetByTheConstructor() {
    quickFromConstructor.work();
  }

  /** Given from outside: it may be any of them. */
  @Cooperative // silent
  void callsWhatItWasGiven() {
    given.work();
  }

  interface Task {
    void work();
  }

  static class Slow implements Task {
    private final int times;

    Slow() {
      this(1);
    }

    Slow(int times) {
      this.times = times;
    }

    @Override
    public void work() {
      try {
        Thread.sleep(times);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static class Quick implements Task {
    @Override
    public void work() {}
  }

  static class AlsoQuick implements Task {
    @Override
    public void work() {}
  }

  static class QuickToo implements Task {
    @Override
    public void work() {}
  }
}
