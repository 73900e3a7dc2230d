package chains.heldvalues.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Shelf {
  private final String name;
  private final boolean onDisk;

  private Shelf(String name, boolean onDisk) {
    this.name = name;
    this.onDisk = onDisk;
  }

  public static Shelf inMemory() {
    return new Shelf("memory", false);
  }

  public static Shelf onDisk() {
    return new Shelf("disk", true);
  }

  public void save() throws IOException {
    if (onDisk) {
      Files.readString(Path.of(name));
    }
  }
}
