package chains.heldvalues;

import chains.heldvalues.library.Processor;
import chains.heldvalues.library.Request;
import chains.heldvalues.library.Shelf;
import chains.heldvalues.library.Update;
import dev.unclog.annotations.Cooperative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.IntConsumer;

/** What an object was made with decides which of its branches are taken. */
class Held {
  private static final int READ = 1;
  private static final int WRITE = 2;

  @Cooperative // silent
  void runsWithoutAFile() throws IOException {
    Job job = new Job("a");
    job.run();
  }

  @Cooperative
  void runsWithAFile(Path file) throws IOException {
    Job job = new Job("a", file);
    job.run(); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void savesInMemory() throws IOException {
    new Store(false).save();
  }

  @Cooperative
  void savesOnDisk() throws IOException {
    new Store(true).save(); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void shelvesInMemory() throws IOException {
    Shelf.inMemory().save();
  }

  @Cooperative
  void shelvesOnDisk() throws IOException {
    Shelf.onDisk().save(); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void shelvesAnywhere(Shelf shelf) throws IOException {
    shelf.save(); // finds: BlockingCall Files.readString(Path)
  }

  /** Nobody knows how it was made. */
  @Cooperative
  void runsAny(Job job) throws IOException {
    job.run(); // finds: BlockingCall Files.readString(Path)
  }

  private final Job kept = new Job("b");

  @Cooperative // silent
  void runsWhatIsKept() throws IOException {
    kept.run();
  }

  @Cooperative // silent
  void handsOnWithoutAFile() throws IOException {
    runLater(new Job("c"));
  }

  @Cooperative
  void handsOnWithAFile(Path file) throws IOException {
    runLater(new Job("c", file)); // finds: BlockingCall Files.readString(Path)
  }

  private static void runLater(Job job) throws IOException {
    job.run();
  }

  /** A method of the object's own sets it. */
  @Cooperative
  void closesWhatWasOpened() throws IOException {
    Connection connection = new Connection();
    connection.open();
    connection.close(); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void closesWhatNobodyOpens() throws IOException {
    new Plain(1).close();
  }

  @Cooperative
  void closesWhatIsOpen() throws IOException {
    new Plain(0).close(); // finds: BlockingCall Files.readString(Path)
  }

  /** What sets it is a function. */
  @Cooperative
  void startsWhatIsSetLater() throws IOException {
    Started started = new Started();
    started.start();
    started.stop(); // finds: BlockingCall Files.readString(Path)
  }

  /** What sets it is an updater. */
  @Cooperative
  void stopsWhatIsUpdated() throws IOException {
    Updated updated = new Updated();
    updated.start();
    updated.stop(); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void processesAnother() throws IOException {
    Message message = Message.of(WRITE);
    message.setBody("a");
    process(message);
  }

  @Cooperative
  void processesThat() throws IOException {
    Message message = Message.of(READ);
    message.setBody("a");
    process(message); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void processesWhatIsChanged() throws IOException {
    Message message = Message.of(WRITE);
    message.setCode(READ);
    process(message); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void processesWhatAnotherChanges() throws IOException {
    Message message = Message.of(WRITE);
    change(message);
    process(message); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void processesWhatIsChangedOnTheWay() throws IOException {
    processChanged(Message.of(WRITE)); // finds: BlockingCall Files.readString(Path)
  }

  private final Message held = Message.of(WRITE);

  void change() {
    held.setCode(READ);
  }

  /** Others may have changed it. */
  @Cooperative
  void processesWhatIsHeld() throws IOException {
    process(held); // finds: BlockingCall Files.readString(Path)
  }

  private static void change(Message message) {
    message.setCode(READ);
  }

  private static void processChanged(Message message) throws IOException {
    message.setCode(READ);
    process(message);
  }

  private static void process(Message message) throws IOException {
    switch (message.getCode()) {
      case READ:
        Files.readString(Path.of("a"));
        break;
      default:
        break;
    }
  }

  @Cooperative // silent
  void processesAnotherInTheLibrary() throws IOException {
    Processor.process(Request.of(WRITE));
    Request request = new Request();
    request.setCode(WRITE);
    new Processor().processNext(request);
  }

  @Cooperative
  void processesThatInTheLibrary() throws IOException {
    Processor.process(Request.of(READ)); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative
  void processesThatNext() throws IOException {
    Request request = new Request();
    request.setCode(READ);
    new Processor().processNext(request); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void updatesWithoutALimit() throws IOException {
    Update update = new Update("a");
    update.run();
  }

  @Cooperative
  void updatesWithALimit(Path limit) throws IOException {
    Update update = new Update("a", limit);
    update.run(); // finds: BlockingCall Files.readString(Path)
  }

  @Cooperative // silent
  void updatesFromThere() throws IOException {
    Update.runUnlimited();
  }

  static class Job {
    private final String name;
    private final Path file;

    Job(String name) {
      this(name, null);
    }

    Job(String name, Path file) {
      this.name = name;
      this.file = file;
    }

    void run() throws IOException {
      read();
    }

    private void read() throws IOException {
      if (file != null) {
        Files.readString(file.resolve(name));
      }
    }
  }

  static class Store {
    private final boolean isOnDisk;

    Store(boolean isOnDisk) {
      this.isOnDisk = isOnDisk;
    }

    void save() throws IOException {
      if (!isOnDisk) {
        return;
      }
      Files.readString(Path.of("a"));
    }
  }

  static class Plain {
    private final int state;

    Plain(int state) {
      this.state = state;
    }

    void close() throws IOException {
      if (state == 0) {
        Files.readString(Path.of("a"));
      }
    }
  }

  static class Connection {
    private static final int OPEN = 1;

    private int state;

    void open() {
      setState(OPEN);
    }

    private void setState(int state) {
      this.state = state;
    }

    void close() throws IOException {
      if (state == OPEN) {
        Files.readString(Path.of("a"));
      }
    }
  }

  static class Started {
    private int state;

    void start() {
      take(this::setState);
    }

    private static void take(IntConsumer setter) {
      setter.accept(1);
    }

    private void setState(int state) {
      this.state = state;
    }

    void stop() throws IOException {
      if (state == 1) {
        Files.readString(Path.of("a"));
      }
    }
  }

  static class Updated {
    private static final AtomicIntegerFieldUpdater<Updated> STATE =
        AtomicIntegerFieldUpdater.newUpdater(Updated.class, "state");

    private volatile int state = 0;

    void start() {
      STATE.set(this, 1);
    }

    void stop() throws IOException {
      if (state == 1) {
        Files.readString(Path.of("a"));
      }
    }
  }

  static class Message {
    private int code;
    private String body;

    static Message of(int code) {
      Message message = new Message();
      message.setCode(code);
      return message;
    }

    int getCode() {
      return code;
    }

    void setCode(int code) {
      this.code = code;
    }

    void setBody(String body) {
      this.body = body;
    }

    @Override
    public String toString() {
      return body;
    }
  }
}
