package chains.givenconstants.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does for each constant what there is to be done. */
public class Dispatcher {
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int DELETE = 300;

  private Dispatcher() {}

  public static void handle(int code) throws IOException {
    if (code == READ) {
      Files.readString(Path.of("a"));
    }
  }

  public static void switchOver(int code) throws IOException {
    switch (code) {
      case READ:
      case DELETE:
        Files.readString(Path.of("a"));
        break;
      case WRITE:
      default:
        break;
    }
  }

  public static void switchOver(String name) throws IOException {
    switch (name) {
      case "ping":
      case "pong":
        break;
      case "load":
        Files.readString(Path.of("load"));
        break;
      default:
        Files.readString(Path.of("a"));
    }
  }

  public static void ask(String name) throws IOException {
    if (!name.equals("load")) {
      return;
    }
    Files.readString(Path.of("a"));
  }

  public static void choose(Mode mode) throws IOException {
    if (mode == Mode.SAFE) {
      Files.readString(Path.of("a"));
    }
  }

  public static void fast() throws IOException {
    choose(Mode.FAST);
  }

  public static void safe() throws IOException {
    choose(Mode.SAFE);
  }
}
