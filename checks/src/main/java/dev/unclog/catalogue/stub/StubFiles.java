package dev.unclog.catalogue.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens stub files. */
public final class StubFiles {
  private static final String ENDING = ".stub";

  private StubFiles() {}

  /**
   * Opens files and folders.
   *
   * @param paths files of any name, and folders, of which every {@code *.stub} file directly in
   *     them is read, by name
   * @param problems takes what is missing or cannot be read
   * @return the files' texts, each called by its path
   */
  public static List<StubText> read(List<Path> paths, Consumer<StubProblem> problems) {
    List<StubText> texts = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        folder(path, problems).forEach(file -> file(file, texts, problems));
      } else {
        file(path, texts, problems);
      }
    }
    return texts;
  }

  private static List<Path> folder(Path folder, Consumer<StubProblem> problems) {
    List<Path> files = List.of();
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> file.getFileName().toString().endsWith(ENDING))
              .filter(Files::isRegularFile)
              // By text: how paths compare differs between file systems.
              .sorted(Comparator.comparing(file -> file.getFileName().toString()))
              .toList();
    } catch (IOException e) {
      problems.accept(
          new StubProblem(folder.toString(), 0, "this folder cannot be read: " + why(e)));
      return files;
    }
    if (files.isEmpty()) {
      problems.accept(
          new StubProblem(folder.toString(), 0, "there is no *" + ENDING + " file in this folder"));
    }
    return files;
  }

  private static void file(Path file, List<StubText> texts, Consumer<StubProblem> problems) {
    try {
      texts.add(new StubText(file.toString(), withoutMark(Files.readString(file, UTF_8))));
    } catch (CharacterCodingException e) {
      problems.accept(new StubProblem(file.toString(), 0, "this is no text in UTF-8"));
    } catch (IOException e) {
      String what =
          Files.exists(file) ? "this file cannot be read: " + why(e) : "there is no such file";
      problems.accept(new StubProblem(file.toString(), 0, what));
    }
  }

  /** Some editors begin a file with a mark of its encoding. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String why(IOException e) {
    return e.getClass().getSimpleName() + ", " + e.getMessage();
  }
}
