package chains.givenconstants;

import chains.givenconstants.library.Dispatcher;
import chains.givenconstants.library.Mode;
import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is done for one constant is not done for who gives another. */
class Codes {
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int DELETE = 300;

  @Cooperative // silent
  void handlesAnother() throws IOException {
    handle(WRITE);
  }

  @Cooperative
  void handlesThat() throws IOException {
    handle(READ); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void handlesAny(int code) throws IOException {
    handle(code); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void handlesEither(boolean reads) throws IOException {
    handle(reads ? READ : WRITE); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void handlesNothing() throws IOException {
    handleUnlessZero(0);
  }

  @Cooperative
  void handlesSomething() throws IOException {
    handleUnlessZero(WRITE); // finds: BlockingCall Files.readString(Path)
  }

  /** Nobody may have set the field as yet. */
  @Cooperative
  void handlesWhatIsSet() throws IOException {
    handleZero(set); // finds: BlockingCall Files.readString(Path)
  }

  private int set;

  void set() {
    set = READ;
  }

  /** The cast makes another number of it. */
  @Cooperative
  void handlesWhatIsLeftOfIt() throws IOException {
    handleByte((byte) DELETE); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void switchesToAnother() throws IOException {
    switchOver(WRITE);
  }

  @Cooperative
  void switchesToOneOfTwo() throws IOException {
    switchOver(DELETE); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void switchesNotToTheRest() throws IOException {
    switchByRule(READ);
  }

  @Cooperative
  void switchesToTheRest() throws IOException {
    switchByRule(4); // finds: BlockingCall Files.readString(Path)
  }

  /** What stands before falls into it. */
  @Cooperative
  void switchesToWhatFallsThrough() throws IOException {
    switchThrough(READ); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void choosesAnother() throws IOException {
    choose(Mode.FAST);
  }

  @Cooperative
  void choosesThat() throws IOException {
    choose(Mode.SAFE); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void switchesToAnotherMode() throws IOException {
    switchOver(Mode.FAST);
  }

  @Cooperative
  void switchesToThatMode() throws IOException {
    switchOver(Mode.SAFE); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void asksForAnother() throws IOException {
    ask("ping");
  }

  @Cooperative
  void asksForThat() throws IOException {
    ask("load"); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void switchesToAnotherName() throws IOException {
    switchOver("ping");
  }

  @Cooperative
  void switchesToThatName() throws IOException {
    switchOver("load"); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void dispatchesAnother() throws IOException {
    Dispatcher.handle(WRITE);
    Dispatcher.switchOver(WRITE);
    Dispatcher.switchOver("ping");
    Dispatcher.ask("ping");
    Dispatcher.choose(Mode.FAST);
    Dispatcher.fast();
  }

  @Cooperative
  void dispatchesThat() throws IOException {
    Dispatcher.handle(READ); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void dispatchesOneOfTwo() throws IOException {
    Dispatcher.switchOver(DELETE); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void dispatchesTheRest() throws IOException {
    Dispatcher.switchOver("other"); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void dispatchesThatName() throws IOException {
    Dispatcher.switchOver("load"); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void dispatchesThatText() throws IOException {
    Dispatcher.ask("load"); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void dispatchesThatMode() throws IOException {
    Dispatcher.choose(Mode.SAFE); // finds: BlockingCall Files.readString(Path)
  }

  /** The same constant under another name. */
  @Cooperative
  void dispatchesTheDefaultMode() throws IOException {
    Dispatcher.choose(Mode.DEFAULT); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void dispatchesThatModeFromThere() throws IOException {
    Dispatcher.safe(); // finds: BlockingCall Files.readString(Path)
  }

  private static void handle(int code) throws IOException {
    if (code == READ) {
      Files.readString(Path.of("a"));
    }
  }

  private static void handleZero(int code) throws IOException {
    if (code == 0) {
      Files.readString(Path.of("a"));
    }
  }

  private static void handleUnlessZero(int code) throws IOException {
    if (0 == code) {
      return;
    }
    Files.readString(Path.of("a"));
  }

  private static void handleByte(int code) throws IOException {
    if (code != DELETE) {
      Files.readString(Path.of("a"));
    }
  }

  private static void switchOver(int code) throws IOException {
    switch (code) {
      case READ:
      case DELETE:
        Files.readString(Path.of("a"));
        break;
      default:
        break;
    }
  }

  private static String switchByRule(int code) throws IOException {
    return switch (code) {
      case READ, WRITE -> "nothing";
      default -> Files.readString(Path.of("a"));
    };
  }

  private static void switchThrough(int code) throws IOException {
    int steps = 0;
    switch (code) {
      case READ:
        steps++;
      case WRITE:
        Files.readString(Path.of("a" + steps));
        break;
      default:
        break;
    }
  }

  private static void choose(Mode mode) throws IOException {
    if (mode == Mode.SAFE) {
      Files.readString(Path.of("a"));
    }
  }

  private static void switchOver(Mode mode) throws IOException {
    switch (mode) {
      case SAFE -> Files.readString(Path.of("a"));
      case FAST -> System.nanoTime();
    }
  }

  private static void ask(String name) throws IOException {
    if ("load".equals(name)) {
      Files.readString(Path.of("a"));
    }
  }

  private static void switchOver(String name) throws IOException {
    switch (name) {
      case "load" -> Files.readString(Path.of("a"));
      default -> System.nanoTime();
    }
  }
}
