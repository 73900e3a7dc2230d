package chains.otherfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Disk {
  static String read(String key) {
    return Path.of(key).isAbsolute() ? text(Path.of(key)) : "";
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      return "";
    }
  }

  static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
