package chains.synchronizedio;

import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Nobody else holds the monitor of what has just been made. */
class Fresh {
  /** What one thread stops while another starts it. */
  static class Watch {
    private boolean isRunning;

    synchronized void start() {
      isRunning = true;
    }

    synchronized void stop() throws IOException {
      if (isRunning) {
        Files.readString(Path.of("a"));
      }
    }

    static synchronized void startAll() {}

    static synchronized void stopAll() throws IOException {
      Files.readString(Path.of("a"));
    }
  }

  private Watch watch;

  @Cooperative // silent
  void startsANewOne() {
    new Watch().start();
  }

  @Cooperative // silent
  void startsWhatItKeeps() {
    this.watch = new Watch();
    this.watch.start();
  }

  @Cooperative // silent
  Watch startsWhatItGivesBack() {
    Watch made = new Watch();
    made.start();
    return made;
  }

  @Cooperative
  void startsWhatWasKept() {
    watch.start(); // finds: SynchronizedIo Files.readString(Path)
  }

  /** Somebody may have got hold of it in between. */
  @Cooperative
  void startsLater() {
    watch = new Watch();
    register();
    watch.start(); // finds: SynchronizedIo Files.readString(Path)
  }

  /** Between the two something else runs, if it comes to that case. */
  @Cooperative
  void startsInACase(int code) {
    watch = new Watch();
    switch (code) {
      case 1:
        register();
        watch.start(); // finds: SynchronizedIo Files.readString(Path)
        break;
      default:
        break;
    }
  }

  @Cooperative
  void startsGiven(Watch given) {
    given.start(); // finds: SynchronizedIo Files.readString(Path)
  }

  /** The class's monitor is everybody's. */
  @Cooperative
  void startsAll() {
    Watch.startAll(); // finds: SynchronizedIo Files.readString(Path)
  }

  private void register() {}
}
