package chains.heldvalues.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Update {
  private final String name;
  private final Path limit;

  public Update(String name) {
    this(name, null);
  }

  public Update(String name, Path limit) {
    this.name = name;
    this.limit = limit;
  }

  public static void runUnlimited() throws IOException {
    Update update = new Update("there");
    update.run();
  }

  public void run() throws IOException {
    step(name);
  }

  private void step(String step) throws IOException {
    if (limit != null) {
      Files.readString(limit.resolve(step));
    }
  }
}
