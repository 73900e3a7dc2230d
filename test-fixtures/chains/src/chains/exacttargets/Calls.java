package chains.exacttargets;

import dev.unclog.annotations.Cooperative;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** Calls that have one target whatever else there is: static, private, final, super, constructors. */
class Calls {
  @Cooperative
  void callsAStaticMethod() {
    Work.statically(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAStaticMethodThatIsQuick() {
    Work.quickly();
  }

  @Cooperative
  void callsAFinalMethod(Base base) {
    base.last(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAFinalMethodThatIsQuick(Base base) {
    base.lastAndQuick();
  }

  @Cooperative
  void callsAFinalClass(Final work) {
    work.run(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAFinalClassThatIsQuick(FinalAndQuick work) {
    work.run();
  }

  @Cooperative
  void callsAConstructor() {
    new Opened("file"); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsAConstructorThatIsQuick() {
    new Opened();
  }

  @Cooperative
  void callsARecord(Point point) {
    point.length(); // finds: BlockingCall Thread.sleep(long)
  }

  @Cooperative // silent
  void callsARecordsAccessor(Point point) {
    point.x();
  }

  @Cooperative
  void callsAPrivateMethod() {
    hidden(); // finds: BlockingCall Thread.sleep(long)
  }

  private void hidden() {
    Work.statically();
  }

  static class Sub extends Base {
    @Cooperative
    void callsItsSuperclass() {
      super.open(); // finds: BlockingCall Thread.sleep(long)
    }

    @Cooperative // silent
    void callsItself() {
      open();
    }

    @Override
    final void open() {}
  }

  /** What a subclass overrides is not what a class calls by super. */
  static class Base {
    void open() {
      Work.statically();
    }

    final void last() {
      Work.statically();
    }

    final void lastAndQuick() {}
  }

  static final class Final implements Runnable {
    @Override
    public void run() {
      Work.statically();
    }
  }

  static final class FinalAndQuick implements Runnable {
    @Override
    public void run() {}
  }

  static class Opened {
    Opened(String file) {
      this();
      Work.statically();
    }

    Opened() {}
  }

  record Point(int x, int y) {
    int length() {
      Work.statically();
      return x + y;
    }
  }

  static final class Work {
    static void statically() {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    static void quickly() {}
  }

  /** What nobody calls is nobody's. */
  static byte[] unused(File file) throws IOException { // silent
    return Files.readAllBytes(file.toPath());
  }
}
