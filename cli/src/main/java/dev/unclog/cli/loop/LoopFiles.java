package dev.unclog.cli.loop;

import dev.unclog.cli.problem.CannotRunException;
import dev.unclog.sarif.BadFindingsException;
import dev.unclog.sarif.FindingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Findings files and reports of the probe, where a user says that they are. */
public final class LoopFiles {
  private static final String REPORT = ".jsonl";

  private LoopFiles() {}

  /**
   * Reads findings.
   *
   * @param places files, and folders in which all findings files are meant
   * @return what they hold
   * @throws CannotRunException if there is no file, or one of them cannot be read
   */
  public static Found findings(List<Path> places) {
    List<Path> files = in(places, file -> file.endsWith(FindingsFile.RESOURCE));
    if (files.isEmpty()) {
      throw new CannotRunException(
          "no findings in %s: compile with -XepOpt:Unclog:Mode=record".formatted(names(places)));
    }
    Map<String, Recorded> once = new LinkedHashMap<>();
    Set<String> contexts = new HashSet<>();
    for (Path file : files) {
      String module = module(file);
      FindingsFile recorded = read(file);
      contexts.addAll(recorded.contexts());
      for (Map<String, Object> result : recorded.results()) {
        Recorded finding = Recorded.of(result, module);
        once.putIfAbsent(finding.fingerprint(), finding);
      }
    }
    return new Found(List.copyOf(once.values()), new Contexts(contexts));
  }

  private static FindingsFile read(Path file) {
    try {
      return FindingsFile.read(Files.readString(file));
    } catch (BadFindingsException e) {
      throw new CannotRunException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CannotRunException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The folder of the module, as builds lay files; else the file's own. */
  private static String module(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String name = absolute.toString().replace('\\', '/');
    for (String output : new String[] {"/target/", "/build/"}) {
      int at = name.lastIndexOf(output);
      if (at > 0) {
        return name.substring(name.lastIndexOf('/', at - 1) + 1, at);
      }
    }
    Path folder =
        absolute.endsWith(FindingsFile.RESOURCE)
            ? absolute.getParent().getParent().getParent()
            : absolute.getParent();
    return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
  }

  /**
   * Finds what the probe wrote.
   *
   * @param places files, and folders in which all reports are meant
   * @return the files
   * @throws CannotRunException if a place is not there
   */
  public static List<Path> reports(List<Path> places) {
    return in(places, file -> file.toString().endsWith(REPORT) && Observations.isReport(file));
  }

  private static List<Path> in(List<Path> places, Predicate<Path> isMeant) {
    List<Path> files = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> walk = Files.walk(place)) {
          walk.filter(Files::isRegularFile).filter(isMeant).sorted().forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
          throw new CannotRunException("cannot look through " + place + ": " + e.getMessage(), e);
        }
      } else if (Files.exists(place)) {
        files.add(place);
      } else {
        throw new CannotRunException("there is no " + place);
      }
    }
    return files;
  }

  private static String names(List<Path> places) {
    return String.join(", ", places.stream().map(Path::toString).toList());
  }
}
