package chains.otherfiles;

import dev.unclog.annotations.Cooperative;

/** The way leads through other files of the compilation. */
class Session {
  private final Cache cache = new Cache();

  @Cooperative
  void loads() {
    cache.load("key"); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void looks() {
    cache.look("key");
  }

  /** One finding for each pair of a root and a sink, at the first call that gets there. */
  @Cooperative
  void loadsTwice() {
    cache.load("one"); // finds: BlockingCall Files.readString(Path)
    cache.load("two");
  }

  @Cooperative
  void waitsAndLoads() {
    cache.loadAfterPause("key"); // finds: BlockingCall Files.readString(Path); BlockingCall Thread.sleep(long)
  }

  /** Nobody cooperative is here. */
  void loadsOnAWorker() { // silent
    cache.load("key");
  }
}
