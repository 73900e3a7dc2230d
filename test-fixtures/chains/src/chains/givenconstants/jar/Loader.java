package chains.givenconstants.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Loads what it is told of, or nothing. */
public class Loader {
  private final String text;

  public Loader(Path file) throws IOException {
    this("loader", file);
  }

  private Loader(String name, Path file) throws IOException {
    if (file != null) {
      text = Files.readString(file);
    } else {
      text = name;
    }
  }

  public static Loader ofNothing() throws IOException {
    return new Loader(null);
  }

  public static void loadDefault(Path file) throws IOException {
    if (file == null) {
      Files.readString(Path.of("default"));
    }
  }

  public static void loadHeld(Optional<Path> file) throws IOException {
    loadDefault(file.get());
  }

  private Path kept;

  public void keep(Optional<Path> file) {
    kept = file.get();
  }

  public void loadKept() throws IOException {
    loadDefault(kept);
  }

  public static void loadOther(Path given) throws IOException {
    Path file = given;
    if (file == null) {
      file = Path.of("default");
    }
    if (file != null) {
      Files.readString(file);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
