package chains.givenconstants;

import chains.givenconstants.library.Loader;
import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is done with a parameter unless it is null is not done for who gives null. */
class Nulls {
  @Cooperative // silent
  void reads() throws IOException {
    read(null);
  }

  @Cooperative
  void readsAFile(Path file) throws IOException {
    read(file); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void readsUnlessThereIsNone() throws IOException {
    readOrLeave("a", null);
  }

  @Cooperative
  void readsAFileOrLeaves(Path file) throws IOException {
    readOrLeave("a", file); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void makesAnEmptyStore() throws IOException {
    new Store(null);
  }

  @Cooperative
  void makesAStore(Path file) throws IOException {
    new Store(file); // finds: BlockingCall Files.readString(Path)
  }

  /** It may be null, or not. */
  @Cooperative
  void makesAStoreOfAFileThatMayBe(boolean isThere) throws IOException {
    Path file = null;
    if (isThere) {
      file = Path.of("a");
    }
    new Store(file); // finds: BlockingCall Files.readString(Path)
  }

  /** Null is what takes the way to the file. */
  @Cooperative
  void readsTheDefault() throws IOException {
    readDefault(null); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void readsNoDefault(Optional<Path> file) throws IOException {
    readDefault(file.get());
  }

  @Cooperative
  void readsTheDefaultUnlessThereIsOne(Optional<Path> file) throws IOException {
    readDefault(file.orElse(null)); // finds: BlockingCall Files.readString(Path)
  }

  /** Nobody may have kept anything yet. */
  @Cooperative
  void readsTheDefaultUnlessOneIsKept() throws IOException {
    readDefault(kept); // finds: BlockingCall Files.readString(Path)
  }

  private Path kept;

  void keep(Optional<Path> file) {
    kept = file.get();
  }

  /** A field that nobody in sight sets is set by others. */
  @Cooperative
  void readsWhatIsInjected() throws IOException {
    read(injected); // finds: BlockingCall Files.readString(Path)
  }

  private Path injected = null;

  /** An array of one element, and no null. */
  @Cooperative
  void readsNoneOfSeveral() throws IOException {
    readAll((Path) null); // finds: BlockingCall Files.readString(Path)
  }

  /** The parameter is no longer what was given. */
  @Cooperative
  void readsWhatStandsIn() throws IOException {
    readOther(null); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void runsNothing() throws IOException {
    run(null, Path.of("a"));
  }

  @Cooperative // silent
  void loadsNothing() throws IOException {
    new Loader(null);
  }

  @Cooperative
  void loads(Path file) throws IOException {
    new Loader(file); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void loadsNothingInTheLibrary() throws IOException {
    Loader.ofNothing();
  }

  @Cooperative
  void loadsTheDefault() throws IOException {
    Loader.loadDefault(null); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void loadsWhatStandsIn() throws IOException {
    Loader.loadOther(null); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void loadsNoDefault(Optional<Path> file) throws IOException {
    Loader.loadHeld(file);
  }

  @Cooperative
  void loadsTheDefaultUnlessOneIsKept() throws IOException {
    new Loader(null).loadKept(); // finds: BlockingCall Files.readString(Path)
  }

  private static void read(Path file) throws IOException {
    if (file != null) {
      Files.readString(file);
    }
  }

  private static void readOrLeave(String name, Path file) throws IOException {
    if (null == file || name.isEmpty()) {
      return;
    }
    read(file);
  }

  private static void readDefault(Path file) throws IOException {
    if (file == null) {
      Files.readString(Path.of("default"));
    }
  }

  private static void readOther(Path given) throws IOException {
    if (given == null) {
      given = Path.of("default");
    }
    if (given != null) {
      Files.readString(given);
    }
  }

  private static void readAll(Path... files) throws IOException {
    if (files != null) {
      Files.readString(files[0]);
    }
  }

  private static void run(Runnable task, Path file) throws IOException {
    if (task != null && file != null) {
      Files.readString(file);
      task.run();
    }
  }

  static class Store {
    private final String text;

    Store(Path file) throws IOException {
      this("store", file);
    }

    private Store(String name, Path file) throws IOException {
      text = file == null ? name : Files.readString(file);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
