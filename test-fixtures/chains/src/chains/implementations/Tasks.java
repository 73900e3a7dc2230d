package chains.implementations;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an inherited body runs of its own object is that of the class it is called on. */
class Tasks {
  @Cooperative
  void runsWhatBlocks(Load task) throws IOException {
    task.run(); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void runsWhatDoesNot(Count task) throws IOException {
    task.run();
  }

  /** Many classes are run the same way; each is one of its own. */
  @Cooperative // silent
  void runsMany(
      A a, B b, C c, D d, E e, F f, G g, H h, I i, J j) throws IOException {
    a.run();
    b.run();
    c.run();
    d.run();
    e.run();
    f.run();
    g.run();
    h.run();
    i.run();
    j.run();
  }

  @Cooperative
  void runsWhatBlocksAfterMany(Save task) throws IOException {
    task.run(); // finds: BlockingCall Files.writeString(Path,CharSequence,OpenOption[])
  }

  abstract static class Task {
    void run() throws IOException {
      work();
    }

    abstract void work() throws IOException;
  }

  static class Load extends Task {
    @Override
    void work() throws IOException {
      Files.readString(Path.of("loaded"));
    }
  }

  static class Count extends Task {
    int count;

    @Override
    void work() {
      count++;
    }
  }

  static class A extends Count {}

  static class B extends Count {}

  static class C extends Count {}

  static class D extends Count {}

  static class E extends Count {}

  static class F extends Count {}

  static class G extends Count {}

  static class H extends Count {}

  static class I extends Count {}

  static class J extends Count {}

  static class Save extends Task {
    @Override
    void work() throws IOException {
      Files.writeString(Path.of("saved"), "");
    }
  }
}
