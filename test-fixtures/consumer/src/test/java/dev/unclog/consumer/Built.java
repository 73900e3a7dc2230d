package dev.unclog.consumer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the build around this test has made, and what it was told. */
final class Built {
  private Built() {}

  /** A property that the build passes on. */
  static String property(String name) {
    String value = System.getProperty("unclog." + name);
    if (value == null) {
      throw new IllegalStateException("unclog." + name + " is not set: run this test with Maven");
    }
    return value;
  }

  /** The folder of the whole project. */
  static Path root() {
    return Path.of(property("root")).toAbsolutePath().normalize();
  }

  /** A jar of the class path, by how its name begins. */
  static Path jar(String beginning) {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).stream()
        .map(Path::of)
        .filter(path -> path.getFileName().toString().startsWith(beginning))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("no jar " + beginning + "*: run 'mvn verify' as whole"));
  }

  /**
   * The code of the README's block that begins with a text.
   *
   * @param language as it stands after the three backticks
   */
  static String readme(String language, String beginning) {
    return block("README.md", language, beginning);
  }

  /** The code of the block of a page that begins with a text. */
  static String block(String page, String language, String beginning) {
    try {
      Matcher block =
          Pattern.compile(
                  "```" + language + "\n(" + Pattern.quote(beginning) + ".*?)```", Pattern.DOTALL)
              .matcher(Files.readString(root().resolve(page)));
      if (!block.find()) {
        throw new IllegalStateException(
            page + " has no " + language + " that begins so: " + beginning);
      }
      return block.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
