package chains.jars.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a library keeps to itself. */
class Engine {
  private int size;

  void write(String text) {
    size++;
    try {
      sync(Path.of("store"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sync(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  int size() {
    return size;
  }
}
