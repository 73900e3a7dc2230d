package chains.locksofjars.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Journal {
  private String text = "";

  public synchronized void load(Path path) throws IOException {
    text = Files.readString(path);
  }

  public synchronized int size() {
    return text.length();
  }

  public int roughSize() {
    return text.length();
  }
}
