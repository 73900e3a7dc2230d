package chains.heldvalues.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Processor {
  public static void process(Request request) throws IOException {
    switch (request.getCode()) {
      case 1:
        Files.readString(Path.of("a"));
        break;
      default:
        break;
    }
  }

  public void processNext(Request request) throws IOException {
    int code = request.getCode();
    if (code == 1) {
      Files.readString(Path.of("a"));
    }
  }
}
