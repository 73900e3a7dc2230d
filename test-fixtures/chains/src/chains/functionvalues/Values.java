package chains.functionvalues;

import dev.unclog.annotations.Cooperative;
import java.util.function.Function;
import java.util.function.Supplier;

/** Functions that are values: in variables, fields and constants, as arguments, from factories. */
class Values {
  private static final Runnable CONSTANT = () -> pause(1);
  private static final Runnable QUICK_CONSTANT = () -> count(1);
  private static final Function<Integer, Integer> REFERENCE = Values::pause;
  private final Runnable field = () -> pause(2);
  private final Runnable quickField = () -> count(2);
  private final Supplier<Integer> fromConstructor;
  private final Supplier<Integer> quickFromConstructor;
  private Runnable kept = () -> {};

  Values() {
    fromConstructor = this::sleeper;
    quickFromConstructor = () -> 1;
  }

  @Cooperative
  void runsAFinalVariable() {
    final Runnable task = () -> pause(3);
    task.run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsAQuickFinalVariable() {
    final Runnable task = () -> count(3);
    task.run();
  }

  @Cooperative
  void runsAnEffectivelyFinalVariable() {
    Runnable task = () -> pause(4);
    task.run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void makesAVariableAndDoesNotRunIt() {
    Runnable task = () -> pause(4);
    task.hashCode();
  }

  @Cooperative
  void runsAConstant() {
    CONSTANT.run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsAQuickConstant() {
    QUICK_CONSTANT.run();
  }

  @Cooperative
  void runsAConstantReference() {
    REFERENCE.apply(5); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void runsAField() {
    field.run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsAQuickField() {
    quickField.run();
  }

  @Cooperative
  void runsAFieldSetByTheConstructor() {
    fromConstructor.get(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsAQuickFieldSetByTheConstructor() {
    quickFromConstructor.get();
  }

  @Cooperative
  void runsWhatAFactoryMade() {
    pauseOf(6).run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsWhatAQuickFactoryMade() {
    countOf(6).run();
  }

  @Cooperative
  void runsWhatAFactoryMadeLater() {
    Runnable task = pauseOf(7);
    task.run(); // finds: BlockingCall Thread.sleep(long)
  }

  /** Factories that ask one another are looked behind once. */
  @Cooperative
  void runsWhatFactoriesThatAskEachOtherMade() {
    oneOf(2).run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsWhatQuickFactoriesThatAskEachOtherMade() {
    quickOneOf(2).run();
  }

  @Cooperative // silent
  void keepsWhatAFactoryMade() {
    kept = pauseOf(8);
  }

  @Cooperative
  void runsAnAnonymousClass() {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            pause(9);
          }
        };
    task.run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void makesAnAnonymousClass() {
    kept =
        new Runnable() {
          @Override
          public void run() {
            pause(9);
          }
        };
  }

  @Cooperative
  void runsAReferenceToAConstructor() {
    Supplier<Opened> opener = Opened::new;
    opener.get(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative
  void runsAReferenceToAMethodOfAnother(Opened opened) {
    Function<Opened, Integer> reading = Opened::read;
    reading.apply(opened); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void runsAQuickReferenceToAMethodOfAnother(Opened opened) {
    Function<Opened, Integer> size = Opened::size;
    size.apply(opened);
  }

  private static Runnable pauseOf(int millis) {
    return () -> pause(millis);
  }

  private static Runnable countOf(int n) {
    return () -> count(n);
  }

  private int sleeper() {
    return pause(10);
  }

  static int pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return millis;
  }

  static int count(int n) {
    return n + 1;
  }

  static class Opened {
    Opened() {
      pause(1);
    }

    int read() {
      return pause(1);
    }

    int size() {
      return 1;
    }
  }

  private static Runnable oneOf(int n) {
    if (n == 0) {
      return pauseOf(n);
    }
    return n == 1 ? otherOf(n - 1) : oneOf(n - 1);
  }

  private static Runnable otherOf(int n) {
    return n == 1 ? oneOf(n - 1) : otherOf(n - 2);
  }

  private static Runnable quickOneOf(int n) {
    return n == 0 ? countOf(n) : n == 1 ? quickOtherOf(n - 1) : quickOneOf(n - 1);
  }

  private static Runnable quickOtherOf(int n) {
    return n == 1 ? quickOneOf(n - 1) : quickOtherOf(n - 2);
  }
}
